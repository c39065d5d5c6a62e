"""One window a store: a second start raises the first window and ends."""

from __future__ import annotations

import hashlib
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_RAISE, _RAISED = b"raise\n", b"raised\n"
_PATIENCE = 2000


class SingleInstance(QObject):
    """Holds the lock of a store and listens for later starts; `raise_requested` when one comes.

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
        self._server = QLocalServer(self)
        self._server.newConnection.connect(self._on_connection)

    def take(self) -> bool:
        """Become the one; return False where another start of this store already is."""
        if not self._lock.tryLock(0):
            return False
        QLocalServer.removeServer(self._address)
        self._server.listen(self._address)
        return True

    def keep_away(self) -> bool:
        """Let nobody become the one until `release`; return False where another start already is.

        Where no lock can be made at all, the store's own locks still keep the data whole.
        """
        return (
            self._lock.tryLock(0) or self._lock.error() is not QLockFile.LockError.LockFailedError
        )

    def raise_other(self) -> bool:
        """Ask the other start to come to the front; return whether it answered."""
        socket = QLocalSocket()
        socket.connectToServer(self._address)
        answered = False
        if socket.waitForConnected(_PATIENCE):
            socket.write(_RAISE)
            socket.flush()
            answered = socket.waitForReadyRead(_PATIENCE) and bytes(
                socket.readAll().data()
            ).startswith(_RAISED)
            socket.disconnectFromServer()
        return answered

    def release(self) -> None:
        """Let the next start be the one."""
        self._server.close()
        self._lock.unlock()

    def _on_connection(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.setParent(self)
            socket.readyRead.connect(self._on_ready)
            socket.disconnected.connect(socket.deleteLater)

    def _on_ready(self) -> None:
        socket = self.sender()
        if isinstance(socket, QLocalSocket) and bytes(socket.readAll().data()).startswith(_RAISE):
            self.raise_requested.emit()
            socket.write(_RAISED)
            socket.flush()
