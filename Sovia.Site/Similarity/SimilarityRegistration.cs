namespace Sovia.Similarity;

/// <summary>Registers what finds similar families.</summary>
public static class SimilarityRegistration
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddSimilarity(this IServiceCollection services) => services
        .AddSingleton<ReadCompared>()
        .AddSingleton<LibrarySimilarity>()
        .AddScoped<FindSimilar>()
        .AddHostedService<FollowLibraries>();
}
