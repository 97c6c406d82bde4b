using Microsoft.Extensions.DependencyInjection.Extensions;
using Sovia.Jobs;
using Sovia.MediaFiles.Downloads.Fetching;
using Sovia.MediaFiles.Downloads.Lists;
using Sovia.MediaFiles.Downloads.Overview;
using Sovia.MediaFiles.Downloads.Runs;

namespace Sovia.MediaFiles.Downloads;

/// <summary>Registers the ways of getting missing media home.</summary>
public static class DownloadsRegistration
{
    private const string StandIn = "Sovia:Downloads:StandIn";

    /// <summary>Adds download lists, and the downloader with the worker that starts with the host.</summary>
    public static IServiceCollection AddDownloads(this IServiceCollection services) =>
        services.AddSingleton<FindWanted>().AddLists().AddFetching().AddRuns().AddOverview();

    private static IServiceCollection AddLists(this IServiceCollection services) => services
        .AddSingleton<IListFormat, PlainList>()
        .AddSingleton<IListFormat, Aria2List>()
        .AddSingleton<IListFormat, CurlConfig>()
        .AddSingleton<IListFormat, WgetScript>()
        .AddSingleton<IListFormat, PowerShellScript>()
        .AddSingleton<IListFormat, CsvList>()
        .AddSingleton<IListFormat, JsonList>()
        .AddSingleton<WriteList>();

    private static IServiceCollection AddFetching(this IServiceCollection services)
    {
        services.TryAddSingleton(provider => new DownloadOptions { StandIn = provider.GetRequiredService<IConfiguration>().GetValue<Uri>(StandIn) });
        services.AddSingleton<MediaTarget>().AddSingleton<AskHost>().AddSingleton<FetchFile>().AddSingleton<Placeholders>().AddSingleton<Landings>().AddSingleton<BringHome>();
        services.AddHttpClient(AskHost.Client, client =>
            {
                // Each answer, and each stretch of it, has its own time.
                client.Timeout = Timeout.InfiniteTimeSpan;
                client.DefaultRequestHeaders.UserAgent.ParseAdd("Sovia/1.0");
            })
            .ConfigurePrimaryHttpMessageHandler(provider => Handler(provider.GetRequiredService<DownloadOptions>()))
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers()
            .AddResilienceHandler("downloads", (pipeline, context) => Patience.Configure(
                pipeline, context.ServiceProvider.GetRequiredService<DownloadOptions>(), context.ServiceProvider.GetRequiredService<TimeProvider>()));
        return services;
    }

    private static IServiceCollection AddRuns(this IServiceCollection services) => services
        .AddSingleton<DownloadBook>()
        .AddSingleton<RunDownload>()
        .AddScoped<IJob, DownloadJob>()
        .AddScoped<GiveOrder>()
        .AddScoped<StartDownload>()
        .AddScoped<PauseDownload>()
        .AddScoped<ResumeDownload>()
        .AddScoped<CancelDownload>()
        .AddScoped<ReadDownloads>();

    private static IServiceCollection AddOverview(this IServiceCollection services) => services
        .AddScoped<ReadMediaSummary>()
        .AddScoped<ReadRunMedia>()
        .AddScoped<ReadMissingPosts>()
        .AddSingleton<VerifyFiles>()
        .AddScoped<IJob, VerifyOnRequest>();

    // No proxy: it would connect in our stead, to addresses that nobody looks at.
    private static SocketsHttpHandler Handler(DownloadOptions options) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ConnectTimeout = options.Stall,
        MaxConnectionsPerServer = options.PerHost,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectCallback = new GuardedConnection(options).ConnectAsync,
    };
}
