// The stand-in of both upstream endpoints: nginx gives out the pages that data.js wrote, and counts the calls.
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ended, freePort, until } from './processes.js';

// A page's file is named by the parameters that matter. QChat's come in the body, which nginx knows only once it has
// read it: it passes such a call on to itself, the body as a header. Each of those is therefore two requests.
// Started by root, nginx would read the pages as a user who may not enter the folder; hence the user.
const configuration = (folder, port) => `
daemon off;
${process.getuid() === 0 ? 'user root;' : ''}
worker_processes 1;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
events { worker_connections 8192; }
http {
  access_log off;
  types { }
  default_type "application/json; charset=utf-8";
  sendfile on;
  tcp_nopush on;
  keepalive_timeout 600;
  keepalive_requests 100000000;
  open_file_cache max=20000 inactive=600s;
  open_file_cache_valid 600s;
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  map $http_x_form $qchat_root { ~(?:^|&)msgIdServer=(?<digits>[0-9]+) $digits; default none; }
  map $http_x_form $qchat_limit { ~(?:^|&)limit=(?<size>[0-9]+) $size; default none; }
  map $http_x_form $qchat_reverse { ~(?:^|&)reverse=(?<order>true|false) $order; default none; }
  upstream itself { server 127.0.0.1:${port}; keepalive 512; keepalive_requests 100000000; }
  server {
    listen 127.0.0.1:${port} backlog=4096;
    root ${folder}/data;
    location = /im/v2.1/messages/actions/thread_messages {
      rewrite ^ /im/$arg_message_server_id/$arg_descending-$arg_limit-$arg_page_token.json break;
    }
    location = /nimserver/qchat/queryThreadTalkHistory.action {
      client_body_buffer_size 16k;
      client_body_in_single_buffer on;
      proxy_http_version 1.1;
      proxy_method GET;
      proxy_pass_request_headers off;
      proxy_pass_request_body off;
      proxy_set_header Connection "";
      proxy_set_header Content-Length "";
      proxy_set_header X-Form $request_body;
      proxy_pass http://itself/form;
    }
    location = /form { rewrite ^ /qchat/$qchat_root/$qchat_reverse-$qchat_limit.json break; }
    location = /status { stub_status; }
  }
}
`;

/** Starts nginx over the pages in FOLDER/data; everything of its own is in FOLDER, too. */
export async function startNginx(folder) {
  const port = await freePort();
  const file = join(folder, 'nginx.conf');
  mkdirSync(join(folder, 'logs'), { recursive: true });
  writeFileSync(file, configuration(folder, port));
  const child = spawn('nginx', ['-p', folder, '-e', join(folder, 'error.log'), '-c', file], { stdio: 'ignore' });
  const address = `http://127.0.0.1:${port}`;
  let asked = 0;
  await until(async () => (await fetch(`${address}/status`)).ok, child, 'nginx');
  return {
    address,
    /** How many requests have been served so far, without those that ask for this. */
    async requests() {
      const text = await (await fetch(`${address}/status`)).text();
      asked++;
      return Number(/\n\s*\d+ \d+ (\d+)/.exec(text)[1]) - asked;
    },
    stop: () => ended(child, 'SIGQUIT'),
  };
}
