#!/bin/bash
# The rules that backfile redirects prints for the sample back file, in nginx and in Apache: every old address must lead to its story, also one
# with spaces, quotes and dollar signs in it, and the place of a story that was taken out must answer 410.
set -euo pipefail
WORK=$PWD/build/hosts
if ! command -v nginx > /dev/null || ! command -v apache2 > /dev/null; then
    echo "nginx or Apache is missing here: apt-get install nginx-light apache2, then run make check-foreign again." >&2
    exit 1
fi
rm -rf "$WORK"
mkdir -p "$WORK/root" "$WORK/logs"
"$BIN/backfile" add samples/saved --archive "$WORK/back" --quiet > /dev/null || true # one of its files is cut off on purpose
story() {
    printf '<!DOCTYPE html><html lang="en"><head><title>%s</title><link rel="canonical" href="%s"><meta property="article:published_time" content="2004-02-12"></head>' "$1" "$2"
    printf '<body><article><h1>%s</h1><p>The %s was shut on Thursday when the river rose to within a foot of its deck, the works office said, and buses go round.</p>' "$1" "$1"
    printf '<p>“We shut it before anybody asked us to,” said Works Director Ada Penn, who walked the bank by the %s at four in the morning.</p></article></body></html>' "$1"
}
mkdir "$WORK/pages"
story "Mill Lane bridge" 'https://courier.example/old%20news/mill lane $1 (a+b).html' > "$WORK/pages/bridge.html"
story "Upper ford" 'https://courier.example/it%27s/100%25-flooded.html?id=a%20b' > "$WORK/pages/ford.html"
story "Gasworks weir" 'https://courier.example/2004/weir.html' > "$WORK/pages/weir.html"
"$BIN/backfile" add "$WORK/pages" --archive "$WORK/back" --quiet > /dev/null
"$BIN/backfile" forget https://courier.example/2004/weir.html --only --ground request --because "a test" --by "Jo Ash" --archive "$WORK/back" --quiet > /dev/null
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
        if (\$backfile_gone) { return 410; }
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
from collections import Counter
from urllib.parse import quote, urlsplit

with open(sys.argv[1], encoding="utf-8") as file:
    rows = list(csv.DictReader(file))
wrong = 0
for host, port in (("nginx", 8871), ("Apache", 8872)):
    for row in rows:
        if not row["status"]:
            continue
        asked = urlsplit(quote(row["old_address"], safe="/:?=&%+$()'*,;@!~#"))
        connection = http.client.HTTPConnection("127.0.0.1", port)
        connection.request("GET", (asked.path or "/") + (f"?{asked.query}" if asked.query else ""))
        answer = connection.getresponse()
        led = urlsplit(answer.getheader("location") or "").path
        if answer.status != int(row["status"]) or led != row["new_address"]:
            wrong += 1
            print(f"{host}: {row['old_address']} gives {answer.status} {led}")
    said = Counter(row["status"] for row in rows)
    print(f"{host}: {said['301']} old addresses led, {said['410']} gone; {said['']} led nowhere")
sys.exit(wrong > 0 or not (said["301"] and said["410"]))
END
