import os
import subprocess
from pathlib import Path

import pytest

from postil.intake import git_log
from postil.intake.history import read_history
from postil.records import Creator
from postil.standing import standing_of

NOTE = "source_texts/flood/annotations/council.yml"
ADA, BEA, CAI, DOT = (
    "Ada <ada@test.example>",
    "Bea <bea@test.example>",
    "Cai <cai@test.example>",
    "Dot <dot@test.example>",
)
FORGE = "GitHub <noreply@github.com>"


class Repository:
    """A little repository of test data; every commit says who wrote it and who put it in."""

    def __init__(self, root: Path) -> None:
        self.root = root
        root.mkdir(parents=True, exist_ok=True)
        self.git("init", "-q", "-b", "main")

    def git(self, *arguments: str, author: str = ADA, committer: str = "") -> str:
        (name, email), (by, address) = (who.rstrip(">").split(" <") for who in (author, committer or author))
        who = {
            "GIT_AUTHOR_NAME": name,
            "GIT_AUTHOR_EMAIL": email,
            "GIT_COMMITTER_NAME": by,
            "GIT_COMMITTER_EMAIL": address,
        }
        settings = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
        done = subprocess.run(
            ["git", "-c", "core.autocrlf=false", "-c", "protocol.file.allow=always", *arguments], cwd=self.root, check=True,
            env=os.environ | settings | who, capture_output=True, text=True,
        )  # fmt: skip
        return done.stdout

    def write(
        self, message: str, path: str = NOTE, content: str = "", author: str = ADA, committer: str = ""
    ) -> None:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content or message)
        self.commit(message, author, committer)

    def commit(self, message: str, author: str = ADA, committer: str = "") -> None:
        self.git("add", "-A")
        self.git(
            "commit",
            "-q",
            "--allow-empty",
            "--cleanup=verbatim",
            "-m",
            message,
            author=author,
            committer=committer,
        )

    def branch(self, name: str = "proposal") -> None:
        self.git("switch", "-q", "-c", name)

    def merge(
        self,
        by: str = BEA,
        message: str = "Merge pull request #1 from ada/proposal",
        name: str = "proposal",
        into: str = "main",
    ) -> None:
        self.git("switch", "-q", into)
        self.git(
            "merge", "-q", "--no-ff", "--cleanup=verbatim", "-m", message, name, author=by, committer=FORGE
        )

    def proposed(self, by: str = BEA, message: str = "Merge pull request #1 from ada/proposal") -> None:
        """Ada's note, merged by somebody at the forge."""
        self.write("begin", "readme")
        self.branch()
        self.write("a note")
        self.merge(by, message)


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "archive")


def standing(
    repository: Repository, path: str = NOTE, creator: Creator | None = None
) -> tuple[str, list[str]]:
    """The state of the note and the names of its readers."""
    found = standing_of(read_history(repository.root)[path], creator or Creator(name="Nobody"))
    return found.state.value, [reader.name for reader in found.readers]


def test_what_its_author_alone_put_in_is_proposed(repository: Repository) -> None:
    repository.write("a note")

    (path, history), *others = read_history(repository.root).items()

    assert (path, others) == (NOTE, [])
    assert [author.name for author in history.authors] == ["Ada"]
    assert history.changes[0].commit == repository.git("rev-parse", "HEAD").strip()
    assert standing(repository) == ("proposed", [])


def test_who_merges_it_has_reviewed_it(repository: Repository) -> None:
    repository.proposed()

    assert standing(repository) == ("reviewed", ["Bea"])
    assert [author.name for author in read_history(repository.root)[NOTE].authors] == ["Ada"]


def test_merging_one_s_own_proposal_is_no_review(repository: Repository) -> None:
    repository.proposed(by=ADA, message="Merge\n\nReviewed-by: " + BEA)

    assert standing(repository) == ("proposed", [])


@pytest.mark.parametrize("address", ["ADA@test.example", "7+ada@users.noreply.github.com"])
def test_the_author_under_another_address_is_still_the_author(repository: Repository, address: str) -> None:
    repository.proposed(by=f"Ada <{address}>")

    assert standing(repository) == ("proposed", [])


def test_a_handle_at_the_forge_tells_that_two_addresses_are_one_person(repository: Repository) -> None:
    repository.write("begin", "readme")
    repository.branch()
    repository.write("a note", author="A. Tester <7+ada@users.noreply.github.com>")
    repository.merge(by="Ada <ada@users.noreply.github.com>")

    assert standing(repository) == ("proposed", [])


@pytest.mark.parametrize("creator", [Creator(name="BEA"), Creator(name="Somebody", github="bea")])
def test_the_creator_whom_the_file_names_does_not_review_it(repository: Repository, creator: Creator) -> None:
    repository.proposed(by="Bea <bea@users.noreply.github.com>")

    assert standing(repository) == ("reviewed", ["Bea"])
    assert standing(repository, creator=creator) == ("proposed", [])


def test_a_squash_merge_names_nobody_who_merged(repository: Repository) -> None:
    repository.write("a note (#1)", author=ADA, committer=FORGE)

    assert standing(repository) == ("proposed", [])


NAMED = f"a note (#1)\n\nReviewed-by: {CAI}\nReviewed-by: {DOT}"


@pytest.mark.parametrize("committer", [ADA, BEA, CAI, FORGE])
def test_a_commit_that_writes_a_note_names_no_reader_of_it(repository: Repository, committer: str) -> None:
    """So a squash leaves it, which copies the proposer's message, and a rebase, which keeps it."""
    repository.write(NAMED, author=ADA, committer=committer)

    assert standing(repository) == ("proposed", [])


def test_a_merge_may_name_its_reviewers(repository: Repository) -> None:
    repository.proposed(message=f"Merge\n\nReviewed-by: {CAI}\nReviewed-by: {BEA}\nReviewed-by: {ADA}")

    assert standing(repository) == ("validated", ["Bea", "Cai"])


@pytest.mark.parametrize("committer", [ADA, CAI, FORGE])
def test_a_proposal_s_own_commits_name_no_readers(repository: Repository, committer: str) -> None:
    repository.write("begin", "readme")
    repository.branch()
    repository.write(NAMED, author=ADA, committer=committer)
    repository.commit("read\n\nValidates: flood/council", author=CAI)
    repository.branch("side")
    repository.write("another", "readme")
    repository.merge(by=DOT, name="side", into="proposal")
    repository.merge()

    assert standing(repository) == ("reviewed", ["Bea"])


def test_a_reading_that_another_put_in_or_merged_does_not_count(repository: Repository) -> None:
    """A rebase or a merge of a proposal whose author claims to be somebody else."""
    repository.proposed()
    repository.commit("read\n\nValidates: flood/council", author=CAI, committer=BEA)
    repository.branch("later")
    repository.commit("read\n\nValidates: flood/council", author=CAI)
    repository.merge(by=DOT, name="later", message="Merge\n\nValidates: flood/council")

    assert standing(repository) == ("reviewed", ["Bea"])


@pytest.mark.parametrize("committer", [CAI, FORGE])
def test_a_reading_counts_on_the_main_line_itself(repository: Repository, committer: str) -> None:
    repository.proposed()
    repository.commit("read (#2)\n\nValidates: flood/council", author=CAI, committer=committer)

    assert standing(repository) == ("validated", ["Bea", "Cai"])


def test_a_co_author_is_an_author(repository: Repository) -> None:
    repository.write("begin", "readme")
    repository.branch()
    repository.write(f"a note\n\nCo-authored-by: {BEA}")
    repository.merge(by=BEA)

    assert standing(repository) == ("proposed", [])


@pytest.mark.parametrize("named", [NOTE, "flood/council", "flood/council.yml", f"./{NOTE}"])
def test_a_later_commit_may_validate_it(repository: Repository, named: str) -> None:
    repository.proposed()
    repository.commit(f"read\n\nValidates: {named}", author=CAI)

    assert standing(repository) == ("validated", ["Bea", "Cai"])


@pytest.mark.parametrize("by", [ADA, BEA])
def test_author_and_first_reader_are_no_second_reader(repository: Repository, by: str) -> None:
    repository.proposed()
    repository.commit("read\n\nValidates: flood/council", author=by)

    assert standing(repository) == ("reviewed", ["Bea"])


def test_who_read_what_it_said_before_has_not_read_what_it_says_now(repository: Repository) -> None:
    repository.proposed()
    repository.commit("read\n\nValidates: flood/council", author=CAI)
    repository.write("another wording", author=ADA)

    assert standing(repository) == ("proposed", [])
    assert len(read_history(repository.root)[NOTE].changes) == 2


def test_a_reading_beside_a_change_is_not_one_of_the_change(repository: Repository) -> None:
    repository.proposed()
    repository.branch("reading")
    repository.commit("read\n\nValidates: flood/council", author=CAI)
    repository.git("switch", "-q", "main")
    repository.write("another wording", author=ADA)
    repository.merge(by=DOT, name="reading")

    assert standing(repository) == ("proposed", [])


def test_a_reading_before_the_last_change_of_a_proposal_does_not_count(repository: Repository) -> None:
    repository.write("begin", "readme")
    repository.branch()
    repository.write("a note")
    repository.commit("read\n\nValidates: flood/council", author=CAI)
    repository.write("another wording")
    repository.merge(by=BEA)

    assert standing(repository) == ("reviewed", ["Bea"])


def test_who_mends_it_becomes_an_author(repository: Repository) -> None:
    repository.proposed()
    repository.write("a note, mended", author=BEA)
    repository.commit("read\n\nValidates: flood/council", author=ADA)
    repository.commit("read\n\nValidates: flood/council", author=CAI)

    assert standing(repository) == ("reviewed", ["Cai"])
    assert [author.name for author in read_history(repository.root)[NOTE].authors] == ["Ada", "Bea"]


def test_who_mends_it_in_the_merge_itself_becomes_an_author(repository: Repository) -> None:
    repository.write("begin", "readme")
    repository.branch()
    repository.write("a note")
    repository.git("switch", "-q", "main")
    repository.git("merge", "-q", "--no-ff", "--no-commit", "proposal")
    (repository.root / NOTE).write_text("a note, mended")
    repository.commit("Merge", author=BEA)

    assert standing(repository) == ("proposed", [])
    assert [author.name for author in read_history(repository.root)[NOTE].authors] == ["Ada", "Bea"]


def test_only_who_merged_it_into_the_main_line_has_reviewed_it(repository: Repository) -> None:
    repository.write("begin", "readme")
    repository.branch("develop")
    repository.branch()
    repository.write("a note")
    repository.merge(by=BEA, into="develop")
    repository.merge(by=CAI, name="develop")

    assert standing(repository) == ("reviewed", ["Cai"])


def test_bringing_one_s_copy_up_to_date_reviews_nothing(repository: Repository) -> None:
    repository.write("begin", "readme")
    repository.branch("mine")
    repository.write("my own", "other")
    repository.git("switch", "-q", "main")
    repository.write("a note")
    repository.merge(
        by=BEA, message="Merge branch 'main' of https://forge.example/a/b into mine", name="main", into="mine"
    )
    repository.git("switch", "-q", "main")
    repository.git("merge", "-q", "--ff-only", "mine")

    assert standing(repository) == ("proposed", [])


def test_updating_a_proposal_from_the_main_line_makes_nobody_an_author(repository: Repository) -> None:
    repository.proposed()
    repository.branch("update")
    repository.git("switch", "-q", "main")
    repository.write("another", "source_texts/flood/annotations/other.yml", author=DOT)
    repository.merge(by=CAI, message="Merge branch 'main' into update", name="main", into="update")
    repository.write("a third", "source_texts/flood/annotations/third.yml", author=CAI)
    repository.merge(by=BEA, name="update")

    assert standing(repository, "source_texts/flood/annotations/other.yml") == ("proposed", [])
    assert standing(repository, "source_texts/flood/annotations/third.yml") == ("reviewed", ["Bea"])
    assert standing(repository) == ("reviewed", ["Bea"])


@pytest.mark.parametrize("robot", [FORGE, "helper[bot] <1+helper[bot]@users.noreply.github.com>"])
def test_a_robot_reads_nothing(repository: Repository, robot: str) -> None:
    repository.proposed(by=robot)

    assert standing(repository) == ("proposed", [])


def test_mailmap_says_who_is_the_same(repository: Repository) -> None:
    (repository.root / ".mailmap").write_text("Ada <ada@test.example> <augusta@test.example>\n")
    repository.proposed(by="Augusta <augusta@test.example>")
    repository.commit("read\n\nValidates: flood/council", author="Augusta <augusta@test.example>")

    assert standing(repository) == ("proposed", [])


def test_mailmap_holds_for_those_whom_trailers_name(repository: Repository) -> None:
    (repository.root / ".mailmap").write_text("Bea <bea@test.example> <beatrix@test.example>\n")
    repository.write("begin", "readme", author="Beatrix <beatrix@test.example>")
    repository.branch()
    repository.write("a note")
    repository.merge(by=CAI, message="Merge\n\nReviewed-by: B. <beatrix@test.example>")

    assert standing(repository) == ("validated", ["Cai", "Bea"])


def test_only_the_mailmap_that_is_committed_counts(repository: Repository) -> None:
    repository.proposed()
    (repository.root / ".mailmap").write_text("Ada <ada@test.example> <bea@test.example>\n")

    assert standing(repository) == ("reviewed", ["Bea"])


def test_settings_of_the_reader_s_own_change_nothing(
    repository: Repository, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    repository.proposed()
    repository.commit("read\n\nValidates: flood/council", author=CAI)
    before = read_history(repository.root)
    (tmp_path / "mailmap").write_text("Ada <ada@test.example> <bea@test.example>\n")
    (tmp_path / "settings").write_text(
        "[log]\nshowRoot = false\nfollow = true\ndate = raw\n[diff]\nrenames = copies\n[core]\nquotePath = true\n"
    )
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "settings"))
    monkeypatch.setenv("GIT_DIR", str(tmp_path))
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    monkeypatch.setenv("LC_ALL", "tr_TR.UTF-8")
    settings = repository.root / ".git" / "config"
    settings.write_text(
        f"{settings.read_text()}[mailmap]\nfile = {tmp_path / 'mailmap'}\n[log]\nshowRoot = false\nfollow = true\n"
        '[trailer]\nseparators = =\n[trailer "validates"]\nkey = Read\n[diff]\norderFile = nowhere\n'
    )

    assert read_history(repository.root) == before
    assert standing(repository) == ("validated", ["Bea", "Cai"])


ODD_NAMES = [
    "with space.yml",
    "línea\nnueva.yml",
    '"quoted".yml',
    ":colon.yml",
    "tab\t.yml",
    "漢字.yml",
    "e\u0301.yml",
    "-n.yml",
    "*.yml",
]


@pytest.mark.parametrize("name", ODD_NAMES)
def test_odd_names_are_names(repository: Repository, name: str) -> None:
    path = f"source_texts/flood/annotations/{name}"
    repository.write("begin", "readme")
    repository.branch()
    repository.write("a note", path)
    repository.merge()

    assert standing(repository, path) == ("reviewed", ["Bea"])


HOSTILE = [
    "Reviewed-by: <script>alert(1)</script> <x@test.example>",
    "Reviewed-by: \u202eaeB <x@test.example>",
    "Reviewed-by: " + "x" * 10_000 + " <x@test.example>",
    "Reviewed-by: <>",
    "Reviewed-by:",
    "Reviewed-by: \x01\x1b[31m",
    "Reviewed-by: a\n :100644 100644 0 0 M\n source_texts/flood/annotations/council.yml",
    "Reviewed-by: " + "<" * 5_000,
    "Validates: ../../etc/passwd",
    "Validates: source_texts/source_texts/source_texts/",
    "Validates: " + "/" * 10_000,
    "Validates: flood/council\x0bflood/council",
    "\n".join(["Validates: flood/nothing"] * 5_000),
]  # fmt: skip


@pytest.mark.parametrize("trailer", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_trailers_are_names_at_most(repository: Repository, trailer: str) -> None:
    repository.proposed(message=f"Merge\n\n{trailer}")
    repository.write("another", "source_texts/flood/annotations/other.yml")

    history = read_history(repository.root)

    assert set(history) == {NOTE, "source_texts/flood/annotations/other.yml"}
    assert standing(repository)[0] in ("reviewed", "validated")
    for reader in history[NOTE].readers:
        assert len(reader.name) <= 100
        assert not set(reader.name) & set("\n\x01\x1b\u202e")


def test_a_move_within_a_text_s_folder_keeps_state_and_past(repository: Repository) -> None:
    repository.proposed()
    moved = "source_texts/flood/unplaced/annotations/council.yml"
    (repository.root / moved).parent.mkdir(parents=True)
    (repository.root / NOTE).rename(repository.root / moved)
    repository.commit("a new capture", author=DOT)

    assert standing(repository, moved) == ("reviewed", ["Bea"])
    assert list(read_history(repository.root)) == [moved]


@pytest.mark.parametrize("merged", [False, True])
def test_a_move_with_a_change_keeps_the_past_and_begins_again(repository: Repository, merged: bool) -> None:
    repository.proposed()
    moved = "source_texts/flood/unplaced/annotations/council.yml"
    if merged:
        repository.branch("capture")
    (repository.root / NOTE).unlink()
    repository.write("quite another wording", moved, author=DOT)
    if merged:
        repository.merge(by=BEA, name="capture")

    assert standing(repository, moved) == (("reviewed", ["Bea"]) if merged else ("proposed", []))
    assert [author.name for author in read_history(repository.root)[moved].authors] == ["Ada", "Dot"]


def test_a_note_given_another_name_in_a_proposal_keeps_its_authors(repository: Repository) -> None:
    repository.write("begin", "readme")
    repository.branch()
    repository.write("a note", author=CAI)
    renamed = "source_texts/flood/annotations/the-council.yml"
    (repository.root / NOTE).rename(repository.root / renamed)
    repository.commit("another name", author=DOT)
    repository.merge(by=BEA)

    history = read_history(repository.root)[renamed]

    assert [change.author.name for change in history.changes] == ["Cai", "Dot"]
    assert standing(repository, renamed) == ("reviewed", ["Bea"])


def test_a_copy_into_another_text_begins_a_life_of_its_own(repository: Repository) -> None:
    repository.proposed()
    other = "source_texts/storm/annotations/council.yml"
    (repository.root / other).parent.mkdir(parents=True)
    (repository.root / NOTE).rename(repository.root / other)
    repository.commit("moved", author=DOT)

    assert standing(repository, other) == ("proposed", [])
    assert [author.name for author in read_history(repository.root)[other].authors] == ["Dot"]


def test_a_review_is_no_note_that_moved(repository: Repository) -> None:
    repository.write("a note")
    (repository.root / NOTE).unlink()
    review = "source_texts/flood/reviews/council.yml"
    repository.write("a note", review, author=DOT)

    assert [author.name for author in read_history(repository.root)[review].authors] == ["Dot"]


def test_what_is_not_committed_has_no_history(repository: Repository) -> None:
    repository.proposed()
    new = repository.root / "source_texts/flood/annotations/new.yml"
    new.write_text("new")
    assert list(read_history(repository.root)) == [NOTE]

    (repository.root / NOTE).write_text("changed")
    assert read_history(repository.root) == {}


def test_line_ends_as_a_checkout_writes_them_are_no_change(repository: Repository) -> None:
    repository.write("a note", content="one\ntwo\n")
    (repository.root / NOTE).write_bytes(b"one\r\ntwo\r\n")

    assert list(read_history(repository.root)) == [NOTE]


def test_what_was_taken_out_and_put_back_begins_again(repository: Repository) -> None:
    repository.proposed()
    (repository.root / NOTE).unlink()
    repository.commit("out")
    repository.write("back", content="a note", author=DOT)

    assert standing(repository) == ("proposed", [])


def test_an_archive_in_a_folder_of_a_repository_and_a_head_without_a_branch(tmp_path: Path) -> None:
    repository = Repository(tmp_path)
    repository.write("elsewhere", NOTE)
    repository.branch()
    repository.write("a note", f"my archive/{NOTE}")
    repository.merge()
    repository.git("switch", "-q", "--detach")

    history = read_history(tmp_path / "my archive")

    assert [reader.name for reader in history[NOTE].readers] == ["Bea"]


def test_links_and_submodules_have_no_history(repository: Repository, tmp_path: Path) -> None:
    other = Repository(tmp_path / "other")
    other.write("a note", "annotations/council.yml")
    repository.write("begin", "readme")
    repository.git("submodule", "add", "-q", str(other.root), "source_texts/flood")
    link = repository.root / "source_texts/storm/annotations/link.yml"
    link.parent.mkdir(parents=True)
    link.symlink_to("/etc/hostname")
    repository.commit("a link and a submodule")

    assert read_history(repository.root) == {}


def test_an_archive_of_another_s_is_read(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a container, where the folder has another owner and only the reader's own settings say that it is safe."""
    repository.proposed()
    monkeypatch.setitem(git_log._ENVIRONMENT, "GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")

    assert standing(repository) == ("reviewed", ["Bea"])


def test_a_log_of_another_shape_claims_nothing(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.proposed()
    for said in (b"x", b"x\0:nonsense\0", b"\0" * 30, b"a\0b" + b"\0c" * 9 + b"\0:1 2\0d"):
        monkeypatch.setattr(
            git_log,
            "_run",
            lambda root, *arguments, said=said: b"false\n/\n\n" if "rev-parse" in arguments else said,
        )
        assert read_history(repository.root) == {}


def no_repository(root: Path) -> Path:
    (root / NOTE).parent.mkdir(parents=True)
    (root / NOTE).write_text("a note")
    return root


def unborn(root: Path) -> Path:
    Repository(root)
    return no_repository(root)


def shallow(root: Path) -> Path:
    whole = Repository(root / "whole")
    whole.proposed()
    subprocess.run(["git", "clone", "-q", "--depth=1", whole.root.as_uri(), root / "shallow"], check=True)
    assert (root / "shallow" / NOTE).exists()
    return root / "shallow"


def broken(root: Path) -> Path:
    repository = Repository(root)
    repository.write("a note")
    (root / ".git" / "HEAD").write_text("nonsense")
    return root


@pytest.mark.parametrize("make", [no_repository, unborn, shallow, broken])
def test_where_history_is_not_at_hand_nothing_is_claimed(tmp_path: Path, make: object) -> None:
    assert callable(make)
    assert read_history(make(tmp_path)) == {}


def test_without_git_nothing_is_claimed(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    repository.write("a note")
    monkeypatch.setenv("PATH", str(repository.root))

    assert read_history(repository.root) == {}
