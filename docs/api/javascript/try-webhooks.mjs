// Does the receiver in webhooks.md take what is signed with its secret, and nothing else? Run by `make lint`.
import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { randomBytes } from "node:crypto";
import { Webhook } from "standardwebhooks";

const SECRET = `whsec_${randomBytes(32).toString("base64")}`;
const BODY = JSON.stringify({ type: "document.published", data: { url: "https://clinic.example/" } });
// Here, so that it finds the library as a receiver's own file would.
const EXAMPLE = fileURLToPath(new URL("node_modules/.example.mjs", import.meta.url));

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

function post(address, signature, at) {
  const headers = {
    "webhook-id": "msg_1",
    "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
    "webhook-signature": signature,
  };
  return fetch(address, { method: "POST", body: BODY, headers });
}

const page = readFileSync(new URL("../webhooks.md", import.meta.url), "utf8");
const [, code] = page.match(/```js\n(.*?)```/s);
const port = await freePort();
writeFileSync(EXAMPLE, `${code.replace("8080", String(port)).trimEnd()}\nconsole.log("listening");\n`);
const receiver = spawn(process.execPath, [EXAMPLE], { env: { ...process.env, SECRET } });
receiver.stderr.pipe(process.stderr);
try {
  await new Promise((resolve, reject) => {
    receiver.stdout.once("data", resolve);
    receiver.once("exit", () => reject(new Error("The receiver in webhooks.md does not start.")));
  });
  const now = new Date();
  const signature = new Webhook(SECRET).sign("msg_1", now, BODY);
  const answers = [
    await post(`http://127.0.0.1:${port}/`, signature, now),
    await post(`http://127.0.0.1:${port}/`, `${signature.slice(0, -4)}AAA=`, now),
    await post(`http://127.0.0.1:${port}/`, signature, new Date(now.getTime() - 600_000)),
  ].map((answer) => answer.status);
  if (answers.join() !== "204,401,401") {
    throw new Error(`The receiver in webhooks.md answered ${answers.join()}, not 204,401,401.`);
  }
  console.log("The receiver in webhooks.md takes what is ours and nothing else.");
} finally {
  receiver.kill();
}
