using Microsoft.Extensions.DependencyInjection.Extensions;
using Sovia.Downloads.Fetching;
using Sovia.Downloads.Lists;
using Sovia.Downloads.Overview;
using Sovia.Downloads.Runs;
using Sovia.Jobs;
using Sovia.Media.Verification;

namespace Sovia.Downloads;

/// <summary>Registers download lists and the built-in downloader.</summary>
public static class DownloadsRegistration
{
    private const string HostOverrideSetting = "Sovia:Downloads:StandIn";

    /// <summary>Adds download lists, and the downloader with the worker that starts with the host.</summary>
    public static IServiceCollection AddDownloads(this IServiceCollection services) =>
        services.AddSingleton<FindMissingFiles>().AddLists().AddFetching().AddRuns().AddOverview();

    private static IServiceCollection AddLists(this IServiceCollection services) => services
        .AddSingleton<IDownloadListFormat, PlainList>()
        .AddSingleton<IDownloadListFormat, Aria2List>()
        .AddSingleton<IDownloadListFormat, CurlConfig>()
        .AddSingleton<IDownloadListFormat, WgetScript>()
        .AddSingleton<IDownloadListFormat, PowerShellScript>()
        .AddSingleton<IDownloadListFormat, CsvList>()
        .AddSingleton<IDownloadListFormat, JsonList>()
        .AddScoped<WriteDownloadList>()
        .AddScoped<CountListedFiles>();

    private static IServiceCollection AddFetching(this IServiceCollection services)
    {
        services.TryAddSingleton(provider => new DownloadOptions
        {
            HostOverride = provider.GetRequiredService<IConfiguration>()
            .GetValue<Uri>(HostOverrideSetting)
        });
        services.AddSingleton<DownloadFolder>().AddSingleton<MediaHostClient>().AddSingleton<FetchToPartFile>()
            .AddSingleton<PlaceholderDetector>().AddSingleton<DownloadEvents>().AddSingleton<DownloadFile>();
        services.AddHttpClient(MediaHostClient.HttpClientName, client =>
            {
                // No overall timeout, because each response and each read of its body has a timeout.
                client.Timeout = Timeout.InfiniteTimeSpan;
                client.DefaultRequestHeaders.UserAgent.ParseAdd("Sovia/1.0");
            })
            .ConfigurePrimaryHttpMessageHandler(provider => CreateHandler(provider.GetRequiredService<DownloadOptions>()))
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers()
            .AddResilienceHandler("downloads", (pipeline, context) => DownloadResilience.Configure(
                pipeline, context.ServiceProvider.GetRequiredService<DownloadOptions>(),
                context.ServiceProvider.GetRequiredService<TimeProvider>()));
        return services;
    }

    private static IServiceCollection AddRuns(this IServiceCollection services) => services
        .AddSingleton<DownloadRunStore>()
        .AddSingleton<RunDownload>()
        .AddScoped<IJob, DownloadJob>()
        .AddScoped<SendDownloadCommand>()
        .AddScoped<StartDownload>()
        .AddScoped<PauseDownload>()
        .AddScoped<ResumeDownload>()
        .AddScoped<CancelDownload>()
        .AddScoped<ReadDownloads>();

    private static IServiceCollection AddOverview(this IServiceCollection services) => services
        .AddScoped<ReadMediaSummary>()
        .AddScoped<CountRunMedia>()
        .AddScoped<ReadMissingPosts>()
        .AddSingleton<VerifyFiles>()
        .AddScoped<IJob, VerifyFilesJob>();

    // No proxy, because a proxy would connect on our behalf to addresses that PublicAddressConnector does not check.
    private static SocketsHttpHandler CreateHandler(DownloadOptions options) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ConnectTimeout = options.StallTimeout,
        MaxConnectionsPerServer = options.MaxPerHost,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectCallback = new PublicAddressConnector(options).ConnectAsync,
    };
}
