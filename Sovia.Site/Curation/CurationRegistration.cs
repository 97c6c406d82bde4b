using Sovia.Jobs;

namespace Sovia.Curation;

/// <summary>Registers the services for annotations and batches.</summary>
public static class CurationRegistration
{
    /// <summary>Adds the services that change annotations, undo changes and read both.</summary>
    public static IServiceCollection AddCuration(this IServiceCollection services) => services
        .AddSingleton<GroupCommit>()
        .AddScoped<ApplyChange>()
        .AddScoped<RecordDecision>()
        .AddScoped<UndoBatch>()
        .AddScoped<QueueBatch>()
        .AddScoped<EndBatch>()
        .AddScoped<ContinueBatch>()
        .AddScoped<IJob, BatchJob>()
        .AddScoped<FindSelectedPosts>()
        .AddScoped<ReadLikeState>()
        .AddScoped<ReadAnnotations>()
        .AddScoped<ReadAnnotatedPosts>()
        .AddScoped<ReadFamilyVersions>()
        .AddScoped<ReadBatchHistory>()
        .AddScoped<TagUsageReader>();
}
