# One process on port 8501. What it keeps, answers and the cookie's secret, is in /data: give it a volume.
# docs/deploy.md says how to build it, run it, and what was tried.
FROM debian:trixie-slim

RUN apt-get update \
 && apt-get install --yes --no-install-recommends python3 python3-venv \
 && rm -rf /var/lib/apt/lists/*

WORKDIR /app
COPY requirements.txt .
RUN python3 -m venv .venv && .venv/bin/python -m pip install --quiet --no-cache-dir --requirement requirements.txt

COPY .streamlit .streamlit
COPY app.py LICENSE ./
COPY content content
COPY core core
COPY components components
COPY pages pages
# Content that is wrong stops the build.
RUN .venv/bin/python -m core check && .venv/bin/python -m compileall -q app.py core components pages

RUN useradd --system --home-dir /data --no-create-home ladder && install --directory --owner ladder --mode 700 /data
USER ladder
VOLUME /data
ENV HOME=/data LLM_LADDER_DATA=/data PYTHONDONTWRITEBYTECODE=1

EXPOSE 8501
HEALTHCHECK --interval=30s --timeout=3s --start-period=30s CMD \
    [".venv/bin/python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8501/_stcore/health', timeout=2)"]
CMD [".venv/bin/python", "-m", "streamlit", "run", "app.py", "--server.address", "0.0.0.0", "--server.port", "8501"]
