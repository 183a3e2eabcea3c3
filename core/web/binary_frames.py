"""Gives websockets each message as bytes. ASGI middleware.

Streamlit's reads bytes alone: a text, which no page sends, would end it with a traceback of fifty lines in the log.
Taken as bytes it is not understood, and the connection is closed.
"""

from starlette.types import ASGIApp, Message, Receive, Scope, Send


class BinaryFrames:
    """Adds to a message that came as text its bytes."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes everything else on as it is."""
        if scope["type"] != "websocket":
            return await self.app(scope, receive, send)

        async def receive_bytes() -> Message:
            message = await receive()
            if message["type"] == "websocket.receive" and message.get("bytes") is None:
                return {**message, "bytes": message["text"].encode()}
            return message

        return await self.app(scope, receive_bytes, send)
