package minifaas.cli.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import minifaas.cli.Sample;

/** A function that greets, in several languages, as archives to deploy. */
enum Greeter {
    NODE("node", "nodejs20.x", "index.handler", 128) {
        @Override
        byte[] zip() throws IOException {
            return zipOf("index.js", "exports.handler = async (event) => ({ message: `Hello, ${event.name}!` });\n");
        }
    },
    PYTHON("python3", "python3.12", "index.handler", 128) {
        @Override
        byte[] zip() throws IOException {
            return zipOf(
                    "index.py", "def handler(event, context):\n    return {'message': f\"Hello, {event['name']}!\"}\n");
        }
    },
    JAVA("java", "java17", Sample.PLAIN.handler(), 256) {
        @Override
        byte[] zip() throws IOException {
            return Sample.PLAIN.zip();
        }
    };

    final String program;
    final String runtime;
    final String handler;
    final int memoryMiB;

    Greeter(String program, String runtime, String handler, int memoryMiB) {
        this.program = program;
        this.runtime = runtime;
        this.handler = handler;
        this.memoryMiB = memoryMiB;
    }

    abstract byte[] zip() throws IOException;

    private static byte[] zipOf(String name, String source) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(source.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
