"""What the tables say, written out: a slip in a YAML file is seen here, against the sources they were typed from."""

from pathlib import Path

import pytest

from core.content.reference import Reference
from core.content.reference_loader import load_reference

ROOT = Path(__file__).parents[3]

# name, memory GB, dense bf16 TFLOP/s, GB/s
GPUS = [
    ("A100-40GB SXM", 40, 312, 1555),
    ("A100-80GB SXM", 80, 312, 2039),
    ("H100 SXM", 80, 989.4, 3350),
    ("H100 PCIe", 80, 756, 2000),
    ("H200", 141, 989.4, 4800),
    ("H20", 96, 148, 4000),
    ("B200", 180, 2250, 8000),
    ("L40S", 48, 362.05, 864),
    ("L4", 24, 121, 300),
    ("A10", 24, 125, 600),
    ("A10G (AWS)", 24, 70, 600),
    ("T4 (fp16)", 16, 65, 320),
    ("V100 (fp16)", 16, 125, 900),
    ("RTX 4090 (fp32 accumulate)", 24, 165.2, 1008),
    ("RTX 3090 (fp32 accumulate)", 24, 71, 936),
    ("RTX A6000", 48, 154.8, 768),
    ("RTX 6000 Ada", 48, 364.2, 960),
    ("RTX A5000", 24, 111.1, 768),
    ("TPU v4", 32, 275, 1228),
    ("TPU v3", 32, 123, 900),
    ("L40", 48, 181.05, 864),
    ("A30", 24, 165, 933),
    ("RTX 3090 Ti (fp32 accumulate)", 24, 80, 1008),
    ("RTX 3080 (fp32 accumulate)", 10, 59.5, 760),
    ("RTX 4080 (fp32 accumulate)", 16, 97.5, 717),
    ("RTX 2080 Ti (fp16, fp32 accumulate)", 11, 53.8, 616),
    ("GH200", 96, 989.4, 4000),
    ("MI210", 64, 181, 1638),
    ("MI250", 128, 362.1, 3277),
    ("MI325X", 256, 1307.4, 6000),
    ("TPU v2", 16, 45, 700),
]

# provider, model, training, its unit, prompt, answer
TRAINING = [
    ("openai ft:gpt-4.1-2025-04-14", 25, False, 3, 12),
    ("openai ft:gpt-4.1-mini-2025-04-14", 5, False, 0.8, 3.2),
    ("openai ft:gpt-4.1-nano-2025-04-14", 1.5, False, 0.2, 0.8),
    ("openai ft:gpt-4o-2024-08-06", 25, False, 3.75, 15),
    ("openai ft:gpt-4o-mini-2024-07-18", 3, False, 0.3, 1.2),
    ("openai ft:gpt-3.5-turbo", 8, False, 3, 6),
    ("openai ft:o4-mini-2025-04-16", 100, True, 4, 16),
    ("openai ft:davinci-002", 6, False, 12, 12),
    ("openai ft:babbage-002", 0.4, False, 1.6, 1.6),
    ("google vertex gemini-2.5-flash (SFT)", 5, False, None, None),
    ("google vertex gemini-2.5-pro (SFT)", 25, False, None, None),
    ("fireworks open models <=16B (LoRA SFT)", 0.5, False, None, None),
    ("fireworks open models 16.1-80B (LoRA SFT)", 3, False, None, None),
    ("fireworks DeepSeek R1/V3 (LoRA SFT)", 10, False, None, None),
    ("together open models <=16B (LoRA SFT)", 0.48, False, None, None),
]

# model, prompt, answer, cached prompt; litellm agrees with most of them
API = [
    ("gpt-4o", 2.5, 10.0, 1.25),
    ("gpt-4o-mini", 0.15, 0.6, 0.075),
    ("gpt-4.1", 2.0, 8.0, 0.5),
    ("gpt-4.1-mini", 0.4, 1.6, 0.1),
    ("gpt-4.1-nano", 0.1, 0.4, 0.025),
    ("gpt-3.5-turbo-0125", 0.5, 1.5, 0.5),
    ("o4-mini", 1.1, 4.4, 0.275),
    ("gpt-5", 1.25, 10.0, 0.125),
    ("gpt-5-mini", 0.25, 2.0, 0.025),
    ("gpt-5-nano", 0.05, 0.4, 0.005),
    ("gpt-5.4", 2.5, 15.0, 0.25),
    ("gpt-5.4-mini", 0.75, 4.5, 0.075),
    ("claude-haiku-4-5", 1.0, 5.0, 0.1),
    ("claude-sonnet-4-5", 3.0, 15.0, 0.3),
    ("claude-opus-4-5", 5.0, 25.0, 0.5),
    ("claude-3-5-haiku-latest", 0.8, 4.0, 0.08),
    ("claude-3-haiku", 0.25, 1.25, 0.03),
    ("gemini-2.5-flash", 0.3, 2.5, 0.03),
    ("gemini-2.5-flash-lite", 0.1, 0.4, 0.01),
    ("gemini-2.5-pro", 1.25, 10.0, 0.125),
    ("mistral-large-latest", 2.0, 6.0, 2.0),
    ("mistral-small-latest", 0.15, 0.6, 0.015),
    ("deepseek-chat", 0.27, 1.1, 0.07),
    ("groq-llama-3.3-70b-versatile", 0.59, 0.79, 0.59),
    ("groq-llama-3.1-8b-instant", 0.05, 0.08, 0.05),
    ("together-Llama-3.3-70B-Instruct-Turbo", 0.88, 0.88, 0.88),
    ("fireworks-llama-v3p1-8b-instruct", 0.2, 0.2, 0.2),
]

# hidden size, layers, query heads, key heads, head width, inner width, vocabulary
SHAPES = [
    ("Llama-2-7B", (4096, 32, 32, 32, 128, 11008, 32000), 6738415616),
    ("Llama-2-13B", (5120, 40, 40, 40, 128, 13824, 32000), 13015864320),
    ("Llama-2-70B", (8192, 80, 64, 8, 128, 28672, 32000), 68976648192),
    ("CodeLlama-34B", (8192, 48, 64, 8, 128, 22016, 32000), 33743970304),
    ("LLaMA-30B", (6656, 60, 52, 52, 128, 17920, 32000), 32528943616),
    ("LLaMA-65B", (8192, 80, 64, 64, 128, 22016, 32000), 65285660672),
    ("Llama-3-8B", (4096, 32, 32, 8, 128, 14336, 128256), 8030261248),
    ("Llama-3.1-8B", (4096, 32, 32, 8, 128, 14336, 128256), 8030261248),
    ("Llama-3.1-70B", (8192, 80, 64, 8, 128, 28672, 128256), 70553706496),
    ("Llama-3.1-405B", (16384, 126, 128, 8, 128, 53248, 128256), 405853388800),
    ("Llama-3.2-1B", (2048, 16, 32, 8, 64, 8192, 128256), 1235814400),
    ("Llama-3.2-3B", (3072, 28, 24, 8, 128, 8192, 128256), 3212749824),
    ("TinyLlama-1.1B", (2048, 22, 32, 4, 64, 5632, 32000), 1100048384),
    ("Yi-6B", (4096, 32, 32, 4, 128, 11008, 64000), 6061035520),
    ("Yi-34B", (7168, 60, 56, 8, 128, 20480, 64000), 34388917248),
    ("SmolLM2-1.7B", (2048, 24, 32, 32, 64, 8192, 49152), 1711376384),
    ("SmolLM2-360M", (960, 32, 15, 5, 64, 2560, 49152), 361821120),
    ("SmolLM2-135M", (576, 30, 9, 3, 64, 1536, 49152), 134515008),
    ("Mistral-7B-v0.1", (4096, 32, 32, 8, 128, 14336, 32000), 7241732096),
    ("Mistral-7B-v0.3", (4096, 32, 32, 8, 128, 14336, 32768), 7248023552),
    ("Mistral-Large-2407", (12288, 88, 96, 8, 128, 28672, 32768), 122610069504),
    ("Qwen2.5-0.5B", (896, 24, 14, 2, 64, 4864, 151936), 494032768),
    ("Qwen2.5-1.5B", (1536, 28, 12, 2, 128, 8960, 151936), 1543714304),
    ("Qwen2.5-3B", (2048, 36, 16, 2, 128, 11008, 151936), 3085938688),
    ("Qwen2.5-7B", (3584, 28, 28, 4, 128, 18944, 152064), 7615616512),
    ("Qwen2.5-14B", (5120, 48, 40, 8, 128, 13824, 152064), 14770033664),
    ("Qwen2.5-32B", (5120, 64, 40, 8, 128, 27648, 152064), 32763876352),
    ("Qwen2.5-72B", (8192, 80, 64, 8, 128, 29568, 152064), 72706203648),
    ("Qwen3-0.6B", (1024, 28, 16, 8, 128, 3072, 151936), 596049920),
    ("Qwen3-1.7B", (2048, 28, 16, 8, 128, 6144, 151936), 1720574976),
    ("Qwen3-4B", (2560, 36, 32, 8, 128, 9728, 151936), 4022468096),
    ("Qwen3-8B", (4096, 36, 32, 8, 128, 12288, 151936), 8190735360),
    ("Qwen3-14B", (5120, 40, 40, 8, 128, 17408, 151936), 14768307200),
    ("Qwen3-32B", (5120, 64, 64, 8, 128, 25600, 151936), 32762123264),
    ("Qwen3-30B-A3B", (2048, 48, 32, 4, 128, 6144, 151936), 30532122624),
    ("Gemma-2B", (2048, 18, 8, 1, 256, 16384, 256000), 2506172416),
    ("Gemma-7B", (3072, 28, 16, 16, 256, 24576, 256000), 8537680896),
    ("Gemma-2-2B", (2304, 26, 8, 4, 256, 9216, 256000), 2614341888),
    ("Gemma-2-9B", (3584, 42, 16, 8, 256, 14336, 256000), 9241705984),
    ("Gemma-2-27B", (4608, 46, 32, 16, 128, 36864, 256000), 27227128320),
    ("Gemma-3-1B", (1152, 26, 4, 1, 256, 6912, 262144), 999885952),
    ("Gemma-3-4B-text", (2560, 34, 8, 4, 256, 10240, 262208), 3880263168),
    ("Gemma-3-12B-text", (3840, 48, 16, 8, 256, 15360, 262208), 11766034176),
    ("Gemma-3-27B-text", (5376, 62, 32, 16, 128, 21504, 262208), 27009346304),
    ("Phi-3-mini-4k", (3072, 32, 32, 32, 96, 8192, 32064), 3821079552),
    ("Phi-4", (5120, 40, 40, 10, 128, 17920, 100352), 14659507200),
    ("Phi-4-mini", (3072, 32, 24, 8, 128, 8192, 200064), 3836021760),
    ("Phi-2", (2560, 32, 32, 32, 80, 10240, 51200), 2779683840),
    ("Phi-1.5", (2048, 24, 32, 32, 64, 8192, 51200), 1418270720),
    ("Mixtral-8x7B", (4096, 32, 32, 8, 128, 14336, 32000), 46702792704),
    ("OLMo-2-7B", (4096, 32, 32, 32, 128, 11008, 100352), 7298617344),
    ("OLMo-2-13B", (5120, 40, 40, 40, 128, 13824, 100352), 13716198400),
    ("Pythia-1.4B", (2048, 24, 16, 16, 128, 8192, 50304), 1414647808),
    ("Pythia-6.9B", (4096, 32, 32, 32, 128, 16384, 50432), 6857302016),
    ("Pythia-12B", (5120, 36, 40, 40, 128, 20480, 50688), 11846072320),
    ("GPT-NeoX-20B", (6144, 44, 64, 64, 96, 24576, 50432), 20554567680),
    ("Falcon-7B", (4544, 32, 71, 1, 64, 18176, 65024), 6921720704),
    ("BLOOM-7B1", (4096, 30, 32, 32, 128, 16384, 250880), 7069016064),
    ("GPT2-small", (768, 12, 12, 12, 64, 3072, 50257), 124439808),
    ("GPT2-XL", (1600, 48, 25, 25, 64, 6400, 50257), 1557611200),
    ("Qwen-1.8B", (2048, 24, 16, 16, 128, 5504, 151936), 1836828672),
    ("Qwen-7B", (4096, 32, 32, 32, 128, 11008, 151936), 7721324544),
    ("Qwen-14B", (5120, 40, 40, 40, 128, 13696, 152064), 14167290880),
    ("Qwen-72B", (8192, 80, 64, 64, 128, 24576, 152064), 72287920128),
    ("Baichuan2-7B", (4096, 32, 32, 32, 128, 11008, 125696), 7505973248),
    ("Baichuan2-13B", (5120, 40, 40, 40, 128, 13696, 125696), 13896668160),
    ("StableLM-Alpha-3B", (4096, 16, 32, 32, 128, 16384, 50688), 3637321728),
    ("Mistral-Small-24B", (5120, 40, 32, 8, 128, 32768, 131072), 23572403200),
    ("Ministral-8B", (4096, 36, 32, 8, 128, 12288, 131072), 8019808256),
    ("Falcon-40B", (8192, 60, 128, 8, 64, 32768, 65024), 41303293952),
    ("CodeLlama-7B", (4096, 32, 32, 32, 128, 11008, 32016), 6_738_546_688),
    ("CodeLlama-13B", (5120, 40, 40, 40, 128, 13824, 32016), 13_016_028_160),
    ("CodeLlama-70B", (8192, 80, 64, 8, 128, 28672, 32016), 68_976_910_336),
    ("Qwen1.5-0.5B", (1024, 24, 16, 16, 64, 2816, 151936), 463_987_712),
    ("Qwen1.5-4B", (2560, 40, 20, 20, 128, 6912, 151936), 3_950_369_280),
    ("Qwen1.5-32B", (5120, 64, 40, 8, 128, 27392, 152064), 32_512_218_112),
    ("Qwen1.5-110B", (8192, 80, 64, 8, 128, 49152, 152064), 111_209_914_368),
    ("Mistral-Nemo-12B", (5120, 40, 32, 8, 128, 14336, 131072), 12_247_782_400),
    ("Phi-3-medium-4k", (5120, 40, 40, 10, 128, 17920, 32064), 13_960_238_080),
    ("SmolLM3-3B", (2048, 36, 16, 4, 128, 11008, 128256), 3_075_098_624),
    ("DeepSeek-LLM-7B", (4096, 30, 32, 32, 128, 11008, 102400), 6_910_365_696),
    ("Yi-1.5-9B", (4096, 48, 32, 4, 128, 11008, 64000), 8_829_407_232),
    ("OpenLLaMA-3B", (3200, 26, 32, 32, 100, 8640, 32000), 3_426_473_600),
    ("Pythia-70M", (512, 6, 8, 8, 64, 2048, 50304), 70_426_624),
    ("Pythia-160M", (768, 12, 12, 12, 64, 3072, 50304), 162_322_944),
    ("Pythia-410M", (1024, 24, 16, 16, 64, 4096, 50304), 405_334_016),
    ("Pythia-1B", (2048, 16, 8, 8, 256, 8192, 50304), 1_011_781_632),
    ("Pythia-2.8B", (2560, 32, 32, 32, 80, 10240, 50304), 2_775_208_960),
    ("GPT2-medium", (1024, 24, 16, 16, 64, 4096, 50257), 354_823_168),
    ("GPT2-large", (1280, 36, 20, 20, 64, 5120, 50257), 774_030_080),
    ("BLOOM-176B", (14336, 70, 112, 112, 128, 57344, 250880), 176_247_271_424),
    ("Mixtral-8x22B", (6144, 56, 48, 8, 128, 16384, 32768), 140_630_071_296),
    ("Qwen3-235B-A22B", (4096, 94, 64, 4, 128, 12288, 151936), 235_093_634_560),
]


@pytest.fixture(scope="module")
def reference() -> Reference:
    return load_reference(ROOT / "content" / "reference")


@pytest.mark.parametrize(("name", "memory", "peak", "bandwidth"), GPUS)
def test_gpu_has_its_peak(name: str, memory: float, peak: float, bandwidth: float, reference: Reference) -> None:
    gpu = reference.gpu(name)
    assert (gpu.memory_gb, gpu.dense_bf16_tflops, gpu.mem_bandwidth_gb_s) == (memory, peak, bandwidth)


@pytest.mark.parametrize(("name", "price", "by_hour", "prompt", "answer"), TRAINING)
def test_training_has_its_price(
    name: str, price: float, by_hour: bool, prompt: float | None, answer: float | None, *, reference: Reference
) -> None:
    row = reference.training_price(name)
    assert (row.training_usd, row.training_unit.endswith("hour")) == (price, by_hour)
    assert (row.input_usd_per_mtok, row.output_usd_per_mtok) == (prompt, answer)


@pytest.mark.parametrize(("name", "prompt", "answer", "cached"), API)
def test_api_model_has_its_price(name: str, prompt: float, answer: float, cached: float, reference: Reference) -> None:
    row = reference.api_price(name)
    found = (row.input_usd_per_mtok, row.output_usd_per_mtok, row.cached_usd_per_mtok)
    assert found == pytest.approx((prompt, answer, cached))


@pytest.mark.parametrize(("name", "shape", "params"), SHAPES)
def test_model_has_its_shape(name: str, shape: tuple[int, ...], params: int, reference: Reference) -> None:
    model = reference.model(name)
    heads = (model.num_attention_heads, model.num_kv_heads, model.head_dim)
    found = (model.hidden_size, model.num_layers, *heads, model.intermediate_size, model.vocab_size)
    assert (found, model.total_params) == (shape, params)
