using Sovia.Storage;

namespace Sovia.Jobs;

/// <summary>Registers the job engine. Each domain folder registers its own jobs as <see cref="IJob"/>.</summary>
public static class JobsRegistration
{
    /// <summary>Adds the engine, which starts once the site has.</summary>
    /// <param name="services">The site's services.</param>
    /// <param name="dataDirectory">Returns the data directory, which identifies the node.</param>
    public static IServiceCollection AddJobs(this IServiceCollection services, Func<IConfiguration, string> dataDirectory) => services
        .AddSingleton(provider => new NodeId(() => dataDirectory(provider.GetRequiredService<IConfiguration>())))
        .AddSingleton<JobQueueStore>()
        .AddSingleton<JobQueues>()
        .AddSingleton<JobRowStore>()
        .AddSingleton<JobBlockedReasons>()
        .AddSingleton<JobWakeSignal>()
        .AddSingleton<RequestedWorkStore>()
        .AddSingleton<EnqueueJob>()
        .AddSingleton<RunJobItem>()
        .AddSingleton<RunJob>()
        .AddSingleton<RunJobActivator>()
        .AddSingleton<SweepJobs>()
        .AddHostedService<JobEngine>();
}
