"""backfile age-notice: what puts the age of a story above it on a newsroom's present site."""

from importlib.resources import files

import click

from backfile.cli.options import whole_number
from backfile.cli.output import say, tell
from backfile.cli.verb import verb


@verb("backfile age-notice --days 180", "backfile age-notice --for wordpress")
@click.option(
    "--for",
    "where",
    type=click.Choice(["script", "wordpress"]),
    default="script",
    help="A script for any site, or PHP for WordPress's; script if not given.",
)
@click.option(
    "--days", metavar="N", type=whole_number(1, 36_500), default=365, help="How old a story must be; 365 if not given."
)
def age_notice(where: str, days: int) -> None:
    """Print what puts the age of a story above it on a newsroom's live site."""
    name = "age-notice.js" if where == "script" else "age-notice.php"
    text = (files("backfile.publish") / "assets" / name).read_text("utf-8")
    if where == "script":
        say(
            "\n".join(
                line.strip() for line in text.replace("dataset.days || 365", f"dataset.days || {days}").splitlines()
            )
        )
        tell(
            'Put it on every page of a story: <script src="/age-notice.js"></script> at the end of the body, and style .age-notice as you like'
        )
    else:
        say(text.replace("DAYS *", f"{days} *").rstrip("\n"))
