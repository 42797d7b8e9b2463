"""How much: a quick run for `make test`, all of it for `make crashes`."""

import os

CRASHES = int(os.environ.get("MANDATE_CRASHES", "25"))
SEED = int(os.environ.get("MANDATE_SEED", "1"))
THOROUGH = CRASHES > 25
# Deaths while what is due is done.
DUE_CRASHES = int(os.environ.get("MANDATE_DUE_CRASHES", "200" if THOROUGH else "8"))
# Deaths while ownership is transferred.
OWNERSHIP_CRASHES = int(os.environ.get("MANDATE_OWNERSHIP_CRASHES", "100" if THOROUGH else "8"))
