using Sovia.Jobs;

namespace Sovia.Curation;

/// <summary>Registers what users decide with.</summary>
public static class CurationRegistration
{
    /// <summary>Adds changes, their undo and what reads both.</summary>
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
        .AddScoped<ReadBatchHistory>()
        .AddScoped<TagUsageReader>();
}
