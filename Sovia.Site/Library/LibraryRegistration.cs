using Marten;
using Sovia.Jobs;
using Sovia.Library.Search;

namespace Sovia.Library;

/// <summary>Registers the library's use cases.</summary>
public static class LibraryRegistration
{
    /// <summary>Adds browsing, opening and what both stand on.</summary>
    public static IServiceCollection AddLibrary(this IServiceCollection services) => services
        .AddScoped<CurrentTenant>()
        .AddScoped(_ => CurrentAccount.OnlyOne)
        .AddScoped<BrowseLibrary>()
        .AddScoped<CountMatches>()
        .AddScoped<TallyQuery>()
        .AddScoped<CountFacets>()
        .AddScoped<KnownTags>()
        .AddScoped<KnownIds>()
        .AddScoped<PostsById>()
        .AddScoped<MatchedMembers>()
        .AddScoped<MatchingItems>()
        .AddScoped<NearestWords>()
        .AddScoped<SuggestWords>()
        .AddSingleton<PostsOfList>()
        .AddScoped<ReadStretch>()
        .AddSingleton<ReadFamilies>()
        .AddScoped<FamiliesById>()
        .AddScoped<RootsOf>()
        .AddScoped<PostsOfFamilies>()
        .AddScoped<Shuffle>()
        .AddScoped<HandOrder>()
        .AddScoped<OpenPost>()
        .AddSingleton<LibraryVersion>()
        .AddSingleton<Rebuild>()
        .AddSingleton<NoteChanges>()
        .AddHostedService<HearChanges>()
        .AddScoped<IJob, RebuildStale>()
        .InitializeMartenWith<SearchTables>()
        .ConfigureMarten((provider, options) => options.Listeners.Add(provider.GetRequiredService<NoteChanges>()));
}
