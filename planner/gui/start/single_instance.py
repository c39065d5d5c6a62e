"""One window a store: a second start raises the first window and ends."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer, QLockFile, QObject, QThread, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

_RAISE, _RAISED = b"raise\n", b"raised\n"
# In milliseconds: how long an answer may take, and between two tries to reach who is starting.
_PATIENCE, _PAUSE = 2000, 50


class SingleInstance(QObject):
    """Holds the lock of a store, and hears of later starts once it listens: `raise_requested`.

    The lock and the socket lie in `folder`, which only its owner may enter, under a name that
    follows from the store's path. A lock whose process is gone is taken over.
    """

    raise_requested = Signal()

    def __init__(self, store: Path, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        folder.chmod(0o700)
        name = hashlib.sha256(str(store.resolve()).encode()).hexdigest()[:16]
        self._address = str(folder / f"{name}.socket")
        self._lock = QLockFile(str(folder / f"{name}.lock"))
        # A lock is stale when its process is gone, however long it has been held.
        self._lock.setStaleLockTime(0)
        self._server: QLocalServer | None = None

    def take(self) -> bool:
        """Become the one; return False where another start of this store already is."""
        return self._lock.tryLock(0)

    def listen(self) -> None:
        """Hear of later starts from now on; they wait for it a little."""
        # Imported here: the network's part of Qt takes a start longer than its map may wait.
        from PySide6.QtNetwork import QLocalServer

        QLocalServer.removeServer(self._address)
        self._server = QLocalServer(self)
        self._server.newConnection.connect(self._on_connection)
        self._server.listen(self._address)

    def keep_away(self) -> bool:
        """Let nobody become the one until `release`; return False where another start already is.

        Where no lock can be made at all, the store's own locks still keep the data whole.
        """
        return (
            self._lock.tryLock(0) or self._lock.error() is not QLockFile.LockError.LockFailedError
        )

    def raise_other(self) -> bool:
        """Ask the other start to come to the front; return whether it answered."""
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        patience = QDeadlineTimer(_PATIENCE)
        socket.connectToServer(self._address)
        while not socket.waitForConnected(_PATIENCE) and not patience.hasExpired():
            QThread.msleep(_PAUSE)
            socket.connectToServer(self._address)
        answered = False
        if socket.state() == QLocalSocket.LocalSocketState.ConnectedState:
            socket.write(_RAISE)
            socket.flush()
            answered = socket.waitForReadyRead(_PATIENCE) and bytes(
                socket.readAll().data()
            ).startswith(_RAISED)
            socket.disconnectFromServer()
        return answered

    def release(self) -> None:
        """Let the next start be the one."""
        if self._server is not None:
            self._server.close()
            self._server = None
        self._lock.unlock()

    def _on_connection(self) -> None:
        if self._server is None:
            return
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.setParent(self)
            socket.readyRead.connect(self._on_ready)
            socket.disconnected.connect(socket.deleteLater)

    def _on_ready(self) -> None:
        from PySide6.QtNetwork import QLocalSocket

        socket = self.sender()
        if isinstance(socket, QLocalSocket) and bytes(socket.readAll().data()).startswith(_RAISE):
            self.raise_requested.emit()
            socket.write(_RAISED)
            socket.flush()
