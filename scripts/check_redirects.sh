#!/bin/bash
# The rules that backfile redirects prints for the sample back file, in nginx and in Apache: every old address must lead to its story.
set -euo pipefail
WORK=$PWD/build/hosts
if ! command -v nginx > /dev/null || ! command -v apache2 > /dev/null; then
    echo "nginx or Apache is missing here: apt-get install nginx-light apache2, then run make check-foreign again." >&2
    exit 1
fi
rm -rf "$WORK"
mkdir -p "$WORK/root" "$WORK/logs"
"$BIN/backfile" add samples/saved --archive "$WORK/back" --quiet > /dev/null || true # one of its files is cut off on purpose
"$BIN/backfile" redirects --format nginx --archive "$WORK/back" --quiet > "$WORK/maps.conf"
"$BIN/backfile" redirects --format apache --archive "$WORK/back" --quiet > "$WORK/root/.htaccess"
"$BIN/backfile" redirects --format csv --archive "$WORK/back" --quiet > "$WORK/all.csv"
cat > "$WORK/nginx.conf" <<END
pid $WORK/nginx.pid;
error_log $WORK/logs/nginx.log;
events {}
http {
    access_log off;
    client_body_temp_path $WORK/logs/body;
    proxy_temp_path $WORK/logs/proxy;
    fastcgi_temp_path $WORK/logs/fastcgi;
    uwsgi_temp_path $WORK/logs/uwsgi;
    scgi_temp_path $WORK/logs/scgi;
    include $WORK/maps.conf;
    server {
        listen 127.0.0.1:8871;
        absolute_redirect off;
        if (\$backfile_asked) { return 301 \$backfile_asked; }
        if (\$backfile_path) { return 301 \$backfile_path; }
        return 404;
    }
}
END
cat > "$WORK/apache.conf" <<END
ServerRoot $WORK
PidFile $WORK/apache.pid
Listen 127.0.0.1:8872
ServerName localhost
LoadModule mpm_event_module /usr/lib/apache2/modules/mod_mpm_event.so
LoadModule authz_core_module /usr/lib/apache2/modules/mod_authz_core.so
LoadModule rewrite_module /usr/lib/apache2/modules/mod_rewrite.so
ErrorLog $WORK/logs/apache.log
DocumentRoot $WORK/root
<Directory $WORK/root>
    AllowOverride All
    Require all granted
</Directory>
END
trap 'kill $(cat "$WORK/nginx.pid" "$WORK/apache.pid") 2> /dev/null || true' EXIT
nginx -c "$WORK/nginx.conf"
apache2 -f "$WORK/apache.conf"
sleep 1
"$BIN/python" - "$WORK/all.csv" <<'END'
import csv
import http.client
import sys
from urllib.parse import urlsplit

with open(sys.argv[1], encoding="utf-8") as file:
    rows = list(csv.DictReader(file))
wrong = 0
for host, port in (("nginx", 8871), ("Apache", 8872)):
    for row in rows:
        asked = urlsplit(row["old_address"])
        connection = http.client.HTTPConnection("127.0.0.1", port)
        connection.request("GET", (asked.path or "/") + (f"?{asked.query}" if asked.query else ""))
        answer = connection.getresponse()
        led = urlsplit(answer.getheader("location") or "").path
        if answer.status != 301 or led != row["new_address"]:
            wrong += 1
            print(f"{host}: {row['old_address']} gives {answer.status} {led}")
    print(f"{host}: {len(rows)} old addresses asked")
sys.exit(wrong > 0 or not rows)
END
