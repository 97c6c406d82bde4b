using Marten;
using Sovia.Index;
using Sovia.Index.Versions;
using Sovia.Jobs;
using Sovia.Library.Browsing;
using Sovia.Library.Families;
using Sovia.Library.Rebuilding;
using Sovia.Query;
using Sovia.Query.Facets;
using Sovia.Query.Language;

namespace Sovia.Library;

/// <summary>Registers the library's use cases.</summary>
public static class LibraryRegistration
{
    /// <summary>Adds browsing, opening and their dependencies.</summary>
    public static IServiceCollection AddLibrary(this IServiceCollection services) => services
        .AddScoped<CurrentTenant>()
        .AddScoped(_ => CurrentAccount.Default)
        .AddScoped<BrowseLibrary>()
        .AddScoped<CountMatches>()
        .AddScoped<FacetBucketReader>()
        .AddScoped<CountFacets>()
        .AddScoped<PostIdReader>()
        .AddSingleton<PostIdCache>()
        .AddScoped<PostsByIdReader>()
        .AddScoped<MatchedMemberReader>()
        .AddScoped<ListMembership>()
        .AddScoped<FindHideFilterMatches>()
        .AddScoped<SpellingSuggester>()
        .AddScoped<SuggestWords>()
        .AddSingleton<ListPostsReader>()
        .AddScoped<ListPageReader>()
        .AddSingleton<CachedFamilyReader>()
        .AddScoped<FamilyCardReader>()
        .AddScoped<FamilyRootReader>()
        .AddScoped<ShuffledPageReader>()
        .AddScoped<ManualOrderReader>()
        .AddScoped<OpenPost>()
        .AddSingleton<LibraryStateCache>()
        .AddSingleton<RebuildLibrary>()
        .AddSingleton<LibraryStateInvalidator>()
        .AddHostedService<LibraryChangeListener>()
        .AddScoped<IJob, RebuildStaleJob>()
        .InitializeMartenWith<IndexSchema>()
        .ConfigureMarten((provider, options) => options.Listeners.Add(provider.GetRequiredService<LibraryStateInvalidator>()));
}
