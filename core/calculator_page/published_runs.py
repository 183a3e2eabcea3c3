"""Published pre-training runs, to stand beside a computed one. Pure."""

from dataclasses import dataclass


@dataclass(frozen=True)
class PublishedRun:
    """One run: parameters that a token passes (billions), tokens (trillions), accelerator-hours, and who says so."""

    name: str
    active_params_b: float
    tokens_t: float
    gpu_hours: float
    source: str

    @property
    def flops(self) -> float:
        """Operations by 6·N·D.

        >>> f"{PublishedRun('Llama-2-7B', 6.738, 2, 184_320, '').flops:.2e}"
        '8.09e+22'
        """
        return 6 * self.active_params_b * 1e9 * self.tokens_t * 1e12


_LLAMA_2 = "Llama 2 model card, 2023-07"
_LLAMA_3 = "Llama 3.1 model card, 2024-07"
_EPOCH = "Epoch AI notable models (CC BY 4.0), 2025-02-24"
RUNS = (
    PublishedRun("GPT-3 175B", 175, 0.3, 3_552_000, _EPOCH),
    PublishedRun("BLOOM 176B", 176.247, 0.366, 1_082_990, "arXiv:2211.05100"),
    PublishedRun("Falcon-40B", 40, 1, 552_960, _EPOCH),
    PublishedRun("TinyLlama 1.1B", 1.1, 3, 34_560, "TinyLlama README, 2023-09"),
    PublishedRun("Llama-2-7B", 6.738, 2, 184_320, _LLAMA_2),
    PublishedRun("Llama-2-70B", 68.977, 2, 1_720_320, _LLAMA_2),
    PublishedRun("Llama-3.2-3B", 3.213, 9, 460_000, "Llama 3.2 model card, 2024-09"),
    PublishedRun("Llama-3.1-8B", 8.03, 15, 1_460_000, _LLAMA_3),
    PublishedRun("Llama-3.1-70B", 70.554, 15, 7_000_000, _LLAMA_3),
    PublishedRun("Llama-3.1-405B", 405.853, 15.6, 30_840_000, _LLAMA_3),
    PublishedRun("DeepSeek-V3", 37, 14.8, 2_664_000, "DeepSeek-V3 README, 2024-12"),
    PublishedRun("Nemotron-4 340B", 340, 9, 13_516_800, _EPOCH),
)
"""From the tables in benchmarks/data, and for the 405B the model card's 30.84M H100-hours; they include restarts."""
