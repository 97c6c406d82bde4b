using Marten;
using Sovia.Duplicates.Decisions;
using Sovia.Duplicates.Groups;
using Sovia.Duplicates.Hashes;
using Sovia.Duplicates.Lookups;
using Sovia.Duplicates.Queue;
using Sovia.Duplicates.Related;
using Sovia.Jobs;
using Sovia.Similarity;

namespace Sovia.Duplicates;

/// <summary>Registers the detection of near duplicates.</summary>
public static class DuplicatesRegistration
{
    /// <summary>Adds the services for fingerprints, groups and decisions.</summary>
    public static IServiceCollection AddDuplicates(this IServiceCollection services) => services
        .InitializeMartenWith<DuplicateTables>()
        .AddSingleton<PictureHashStore>()
        .AddSingleton<FingerprintCalculator>()
        .AddScoped<IJob, HashPicturesJob>()
        .AddSingleton<RebuildDuplicateGroups>()
        .AddScoped<IJob, DuplicateGroupsJob>()
        .AddScoped<ReadDuplicateQueue>()
        .AddScoped<ReadDecisions>()
        .AddScoped<DecideDuplicates>()
        .AddScoped<UndoDecision>()
        .AddScoped<ReadRelatedPosts>()
        .AddSingleton<LookalikeIndexCache>()
        .AddSingleton<IFindLookalikes, FindLookalikes>();
}
