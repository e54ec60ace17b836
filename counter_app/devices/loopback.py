"""A port of this PC alone to which a vendor's reader program sends one message a paper.

Owns the listening, on 127.0.0.1 only. One line of JSON a connection, answered by one line; a browser
that calls here speaks HTTP, begins otherwise, and is turned away.
"""

import json
from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QHostAddress, QTcpServer, QTcpSocket

from counter_app.devices.reader_message import LARGEST_MESSAGE, read_message
from counter_app.domain.refusal import Refusal


class LoopbackReader(QObject):
    """`read` carries a PaperRead or a Refusal for each message."""

    read = Signal(object)

    def __init__(self, today: Callable[[], date], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._server = QTcpServer(self)
        self._server.newConnection.connect(self._connected)

    def listen(self, port: int) -> bool:
        """Begins to listen; False when the port is taken. 0 takes any free one."""
        return self._server.listen(QHostAddress(QHostAddress.SpecialAddress.LocalHost), port)

    @property
    def port(self) -> int:
        """The port listened on."""
        return self._server.serverPort()

    def _connected(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.readyRead.connect(lambda socket=socket: self._arrived(socket))
            socket.disconnected.connect(socket.deleteLater)
            if socket.bytesAvailable():
                self._arrived(socket)

    def _arrived(self, socket: QTcpSocket) -> None:
        start = bytes(socket.peek(1).data())
        too_large = socket.bytesAvailable() > LARGEST_MESSAGE
        if start != b"{" or too_large:
            socket.abort()
        elif socket.canReadLine():
            found = read_message(bytes(socket.readLine().data()), self._today())
            refused = found.code if isinstance(found, Refusal) else None
            answer = {"taken": refused is None} | ({"why": refused} if refused else {})
            socket.write(json.dumps(answer).encode() + b"\n")
            socket.disconnectFromHost()
            self.read.emit(found)
