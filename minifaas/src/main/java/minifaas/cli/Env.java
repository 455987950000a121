package minifaas.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code faas env}: what a shell needs so that AWS's own tools talk to this platform. */
@Command(name = "env", description = "Prints the settings that point AWS's tools here: eval \"$$(./faas env)\"")
final class Env implements Runnable {
    @Option(names = "--port", paramLabel = "PORT", description = "where the platform listens (${DEFAULT-VALUE})")
    private int port = 4566;

    @Override
    public void run() {
        System.out.print(
                System.getProperty("os.name").startsWith("Windows")
                        ? forWindows(settings(port))
                        : forSh(settings(port)));
    }

    static String forSh(Map<String, String> settings) {
        var script = new StringBuilder();
        settings.forEach((name, value) -> script.append("export " + name + "=" + value + "\n"));
        script.append("# Into this shell: eval \"$(./faas env)\"\n");
        script.append("# An AWS CLI before 2.13 does not read AWS_ENDPOINT_URL; there, say it in each command:\n");
        script.append("#   aws --endpoint-url $AWS_ENDPOINT_URL lambda list-functions\n");
        return script.toString();
    }

    static String forWindows(Map<String, String> settings) {
        var script = new StringBuilder();
        settings.forEach((name, value) -> script.append("set " + name + "=" + value + "\r\n"));
        script.append("rem An AWS CLI before 2.13 does not read AWS_ENDPOINT_URL; there, say it in each command:\r\n");
        script.append("rem   aws --endpoint-url %AWS_ENDPOINT_URL% lambda list-functions\r\n");
        return script.toString();
    }

    /** Any credentials do: signatures are not checked yet, but the AWS CLI calls nobody without some. */
    static Map<String, String> settings(int port) {
        var settings = new LinkedHashMap<String, String>();
        settings.put("AWS_ENDPOINT_URL", "http://localhost:" + port);
        settings.put("AWS_REGION", "us-east-1");
        settings.put("AWS_DEFAULT_REGION", "us-east-1");
        settings.put("AWS_ACCESS_KEY_ID", "minifaas");
        settings.put("AWS_SECRET_ACCESS_KEY", "minifaas");
        return settings;
    }
}
