"""backfile read --no-embeds: what the newsroom wrote, without the posts in it."""

import pytest

from backfile.cli import main

PAGE = "tests/pages/post-in-the-story/page.html"


def test_posts_stand_in_the_text_unless_they_are_left_out(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def run(*arguments: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as ended:
            main(["read", PAGE, *arguments])
        printed = capsys.readouterr()
        return int(ended.value.code or 0), printed.out, printed.err

    monkeypatch.undo()  # the real readers
    assert "Drifting with a hearse." in run("--text")[1]
    code, bare, _ = run("--text", "--no-embeds")
    assert code == 0
    assert "Drifting with a hearse." not in bare
    assert "A tug took the ferry" in bare
    assert "Tom Birch" not in run("--markdown", "--no-embeds")[1]
    code, _, said = run("--json", "--no-embeds")
    assert code == 2
    assert "--no-embeds goes with --text or --markdown" in said
