package minifaas.aws.lambda;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static minifaas.aws.lambda.LambdaOperation.*;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import minifaas.async.EventInvokeConfigs;
import minifaas.async.RecursionConfigs;
import minifaas.async.Targets;
import minifaas.aws.AwsError;
import minifaas.aws.AwsRequest;
import minifaas.aws.AwsResponse;
import minifaas.function.FunctionRegistry;
import minifaas.function.RegistryException;
import minifaas.invocation.Invoker;
import minifaas.kernel.Clock;
import minifaas.scaling.Concurrency;
import minifaas.scaling.ProvisionedConcurrency;

/**
 * AWS Lambda's REST API (docs.aws.amazon.com/lambda/latest/api, 2026-11): finds the operation that a request means, and
 * has it answered, or says which chapter brings it.
 */
public final class LambdaApi {
    /** An operation: its answer may come later, on another thread. */
    private interface Handler {
        CompletableFuture<AwsResponse> answer(LambdaRequest request);
    }

    private static final int ASYNC = 9;

    private final Map<LambdaOperation, Handler> handlers = new EnumMap<>(LambdaOperation.class);
    private final CodeDownload download;
    private final int through;
    private final Map<Integer, String> chapterTitles;

    /**
     * The parts of the platform that the operations stand for.
     *
     * @param configs how events are treated
     * @param recursion which functions may feed themselves
     * @param targets what can take dead letters
     */
    public record Parts(
            FunctionRegistry registry,
            Invoker invoker,
            Concurrency concurrency,
            ProvisionedConcurrency provisioned,
            EventInvokeConfigs configs,
            RecursionConfigs recursion,
            Targets targets) {}

    /**
     * @param through the last chapter whose operations are answered
     * @param chapterTitles the titles of the chapters by number, for the message about those that are not
     */
    public LambdaApi(Parts parts, Clock clock, int through, Map<Integer, String> chapterTitles) {
        FunctionRegistry registry = parts.registry();
        this.through = through;
        this.chapterTitles = Map.copyOf(chapterTitles);
        this.download = new CodeDownload(registry);
        Optional<AwsError> whyNoEvents = through >= ASYNC
                ? Optional.empty()
                : Optional.of(belongsTo(ASYNC, "Invoke with the invocation type Event"));
        var invoke = new InvokeOperation(registry, parts.invoker(), clock, whyNoEvents);
        handlers.put(INVOKE, invoke::invoke);
        handlers.put(INVOKE_ASYNC, invoke::invokeAsync);
        addFunctions(new FunctionOperations(registry, parts.concurrency(), parts.targets()));
        addAliases(new AliasOperations(registry));
        addTags(new TagOperations(registry));
        addConcurrency(new ConcurrencyOperations(parts.concurrency()));
        addProvisioned(new ProvisionedOperations(parts.provisioned()));
        addEventInvokeConfigs(new EventInvokeConfigOperations(parts.configs()));
        addRecursion(new RecursionOperations(parts.recursion()));
    }

    private void addFunctions(FunctionOperations functions) {
        add(CREATE_FUNCTION, functions::create);
        add(GET_FUNCTION, functions::get);
        add(GET_FUNCTION_CONFIGURATION, functions::getConfiguration);
        add(LIST_FUNCTIONS, functions::list);
        add(UPDATE_FUNCTION_CODE, functions::updateCode);
        add(UPDATE_FUNCTION_CONFIGURATION, functions::updateConfiguration);
        add(DELETE_FUNCTION, functions::delete);
        add(PUBLISH_VERSION, functions::publish);
        add(LIST_VERSIONS_BY_FUNCTION, functions::listVersions);
        add(GET_ACCOUNT_SETTINGS, functions::accountSettings);
    }

    private void addAliases(AliasOperations aliases) {
        add(CREATE_ALIAS, aliases::create);
        add(GET_ALIAS, aliases::get);
        add(LIST_ALIASES, aliases::list);
        add(UPDATE_ALIAS, aliases::update);
        add(DELETE_ALIAS, aliases::delete);
    }

    private void addTags(TagOperations tags) {
        add(TAG_RESOURCE, tags::tag);
        add(UNTAG_RESOURCE, tags::untag);
        add(LIST_TAGS, tags::list);
    }

    private void addConcurrency(ConcurrencyOperations concurrency) {
        add(PUT_FUNCTION_CONCURRENCY, concurrency::put);
        add(GET_FUNCTION_CONCURRENCY, concurrency::get);
        add(DELETE_FUNCTION_CONCURRENCY, concurrency::delete);
    }

    private void addProvisioned(ProvisionedOperations provisioned) {
        add(PUT_PROVISIONED_CONCURRENCY_CONFIG, provisioned::put);
        add(GET_PROVISIONED_CONCURRENCY_CONFIG, provisioned::get);
        add(LIST_PROVISIONED_CONCURRENCY_CONFIGS, provisioned::list);
        add(DELETE_PROVISIONED_CONCURRENCY_CONFIG, provisioned::delete);
    }

    private void addEventInvokeConfigs(EventInvokeConfigOperations configs) {
        add(PUT_FUNCTION_EVENT_INVOKE_CONFIG, configs::put);
        add(UPDATE_FUNCTION_EVENT_INVOKE_CONFIG, configs::update);
        add(GET_FUNCTION_EVENT_INVOKE_CONFIG, configs::get);
        add(DELETE_FUNCTION_EVENT_INVOKE_CONFIG, configs::delete);
        add(LIST_FUNCTION_EVENT_INVOKE_CONFIGS, configs::list);
    }

    private void addRecursion(RecursionOperations recursion) {
        add(PUT_FUNCTION_RECURSION_CONFIG, recursion::put);
        add(GET_FUNCTION_RECURSION_CONFIG, recursion::get);
    }

    private void add(LambdaOperation operation, Function<LambdaRequest, AwsResponse> answer) {
        handlers.put(operation, request -> completedFuture(answer.apply(request)));
    }

    /**
     * Answers a request.
     *
     * @throws AwsError when it is refused; the future fails only because of a bug
     */
    public CompletableFuture<AwsResponse> answer(AwsRequest request) {
        try {
            if (request.path().startsWith(CodeDownload.PATH)) return completedFuture(download.answer(request));
            Match match = LambdaOperation.match(request.method(), request.path(), request.rawQuery())
                    .orElseThrow(() -> unknown(request));
            return handler(match.operation()).answer(new LambdaRequest(request, match));
        } catch (RegistryException refusal) {
            throw Errors.of(refusal);
        }
    }

    private Handler handler(LambdaOperation operation) {
        Handler handler = handlers.get(operation);
        if (operation.chapter().isEmpty())
            throw AwsError.notImplemented(operation.title() + " is an operation of AWS that minifaas leaves out.");
        int chapter = operation.chapter().getAsInt();
        if (handler == null)
            throw AwsError.notImplemented(
                    operation.title() + " comes with " + named(chapter) + ", which is not in this minifaas yet.");
        if (chapter > through) throw belongsTo(chapter, operation.title());
        return handler;
    }

    private AwsError belongsTo(int chapter, String what) {
        return AwsError.notImplemented(
                what + " belongs to " + named(chapter) + "; this server runs through chapter " + through + ".");
    }

    private String named(int chapter) {
        String title = chapterTitles.get(chapter);
        return "chapter " + chapter + (title == null ? "" : " (" + title + ")");
    }

    private static AwsError unknown(AwsRequest request) {
        return AwsError.notImplemented(
                request.method() + " " + request.path() + " is no operation of AWS Lambda, nor anything else here.");
    }
}
