"""Which secret key does a laptop use? A random one: with a published one, log-ins can be forged."""

import os
import secrets
from pathlib import Path


def development_key(directory: Path) -> str:
    """Return the key kept in ``directory``; the first call makes it, readable by its owner only."""
    path = directory / "secret_key"
    if not path.exists():
        draft = directory / f"secret_key.{os.getpid()}"
        draft.touch(mode=0o600)
        draft.write_text(secrets.token_urlsafe(48), encoding="ascii")
        # A hard link fails when another process was first, and never shows half a key.
        try:
            path.hardlink_to(draft)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return path.read_text(encoding="ascii")
