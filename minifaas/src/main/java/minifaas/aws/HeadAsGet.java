package minifaas.aws;

import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Answers HEAD like GET: the same status and headers (RFC 9110, 9.3.2). The body stays out, since Jetty knows what the
 * client really sent.
 */
final class HeadAsGet extends Handler.Wrapper {
    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        boolean isHead = HttpMethod.HEAD.is(request.getMethod());
        return super.handle(isHead ? new AsGet(request) : request, response, callback);
    }

    private static final class AsGet extends Request.Wrapper {
        AsGet(Request head) {
            super(head);
        }

        @Override
        public String getMethod() {
            return HttpMethod.GET.asString();
        }
    }
}
