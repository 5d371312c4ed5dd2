import json
from pathlib import Path

import pytest

from benchmarks import read


def test_a_folder_of_marked_texts_gives_a_table_and_the_differences(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "It rained on 5 May 1921."
    marked = {"start": 13, "end": 23, "text": "5 May 1921", "type": "DATE", "value": "1921-05-06"}
    line = json.dumps({"doc": "rain", "dct": None, "text": text, "timex": [marked]})
    (tmp_path / "made-up.jsonl").write_text(line + "\n", encoding="utf-8")
    monkeypatch.setattr("sys.argv", ["read", "--gold", str(tmp_path), "--only", "dates", "--dump"])

    read.main()

    printed = capsys.readouterr().out
    assert "WRONG    1921-05-06 <> 1921-05-05   It rained on [5 May 1921]." in printed
    assert printed.splitlines()[-1].split() == [
        "made-up:",
        "Postil",
        "1",
        "1",
        "1",
        "0.0",
        "0.0",
        "0.0",
        "100.0",
        "100.0",
        "0.0",
    ]
