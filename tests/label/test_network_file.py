"""The weights read without numpy are those that numpy reads."""

import numpy as np

from backfile.label.network_file import CUSTOMS, WEIGHTS, read_network


def test_weights_are_read_as_numpy_reads_them() -> None:
    read = read_network(WEIGHTS)
    with np.load(WEIGHTS, allow_pickle=False) as file:
        held = dict(file)
    assert list(read.words) == str(held["word_list"]).split("\n")
    assert list(read.names) == str(held["name_list"]).split("\n")
    for name in ("mean", "own", "layer0", "out_bias", "trait"):
        assert np.array_equal(np.array(read.arrays[name]), held[name].astype(np.float32).ravel()), name
    assert np.array_equal(np.array(read.arrays["words"])[12:], held["words"].astype(np.float32).ravel()[12:])
    assert not any(read.arrays["words"][:12])


def test_the_first_layer_is_made_ready() -> None:
    arrays = read_network(WEIGHTS).arrays
    with np.load(WEIGHTS, allow_pickle=False) as file:
        mean, scale, first, customs, bias = (
            file[name].astype(np.float32) for name in ("mean", "scale", "first", "customs", "first_bias")
        )
    columns = first[:42] / scale[:42, None]
    assert np.allclose(np.array(arrays["columns"]).reshape(42, 32), columns, atol=1e-5)
    assert np.allclose(
        np.array(arrays["first_bias"]), bias + np.array(CUSTOMS) @ customs - mean[:42] @ columns, atol=1e-4
    )
    ones = np.clip((np.eye(6, dtype=np.float32) - mean[65:71]) / scale[65:71], -5, 5)
    assert np.allclose(np.array(arrays["ends"]).reshape(6, 32), ones @ first[65:71], atol=1e-5)
