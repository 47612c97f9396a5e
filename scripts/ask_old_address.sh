#!/bin/bash
# Asks a plain file server for an old address of a published site, and says what it answers.
#   scripts/ask_old_address.sh BIN SITE PATH
set -uo pipefail
"$1/python" - "$2" "$3" << 'END'
import functools, http.server, re, sys, threading, urllib.parse, urllib.request

site, path = sys.argv[1:]
handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=site)
handler.func.log_message = lambda *_: None
server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
threading.Thread(target=server.serve_forever, daemon=True).start()
old = f"http://127.0.0.1:{server.server_address[1]}{path}"


def asked(address):
    with urllib.request.urlopen(address) as answer:
        return answer.status, answer.read().decode()


status, page = asked(old)
print(f"GET {path} from a plain file server: {status}")
leads = re.search(r'http-equiv="refresh" content="0; url=([^"]+)"', page)
if leads is None:
    sys.exit("it leads nowhere")
status, page = asked(urllib.parse.urljoin(old, leads[1]))
title = re.search("<title>(.*?)</title>", page, re.S)
print(f"leads to {leads[1]}: {status}, {title[1].strip() if title else 'no title'}")
END
