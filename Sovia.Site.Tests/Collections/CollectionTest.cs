using Sovia.Collections;
using Sovia.Curation;
using Sovia.Library;
using Sovia.Query.Language;
using Sovia.Tests.Support;

namespace Sovia.Tests.Collections;

/// <summary>A test of collections on the shared host.</summary>
public abstract class CollectionTest(SoviaHost host) : HostTest(host)
{
    /// <summary>Makes a collection; null where it is refused.</summary>
    protected async Task<Collection?> MakeAsync(string name, Guid? parent = null, string? query = null) =>
        (await TryMakeAsync(name, parent, query)).Collection;

    /// <summary>Makes a collection, or says why not.</summary>
    protected Task<CollectionResult> TryMakeAsync(string name, Guid? parent = null, string? query = null) =>
        WithAsync((EditCollections edit) =>
        edit.CreateAsync(new() { Id = default, Name = name, ParentId = parent, Query = query, CreatedAt = default, UpdatedAt = default },
            default));

    /// <summary>Changes a collection.</summary>
    protected Task<CollectionResult> EditAsync(Guid id, Func<Collection, Collection> change) =>
        WithAsync((EditCollections edit) => edit.ChangeAsync(id, change, default));

    /// <summary>Puts posts into a collection.</summary>
    protected Task<ChangeResult> CollectAsync(Collection into, params Guid[] posts) =>
        ChangeAsync(new() { Collect = [new(into.Id, into.Name)] }, posts);

    /// <summary>The ids of what an address of the gallery finds, sorted, which must be as many as are counted.</summary>
    protected async Task<IReadOnlyList<Guid>> FindAsync(string address)
    {
        using var named = NamedCollections.Use(await TreeAsync());
        var found = await WalkAsync(Make.ParseQuery(address));
        Assert.Equal(found.Count, await CountAsync(address));
        return [.. found.Order()];
    }

    /// <summary>The collections as the site knows them.</summary>
    protected Task<CollectionTree> TreeAsync() => WithAsync(async (CollectionCache cache) => await cache.GetCurrentAsync(default));

    /// <summary>The messages about a search.</summary>
    protected async Task<IEnumerable<string>> MessagesAsync(string search)
    {
        using var named = NamedCollections.Use(await TreeAsync());
        return [.. ParsedSearch.Parse(search, Make.Start).Messages.Select(searchMessage => searchMessage.Text)];
    }

    /// <summary>Stills of families of their own, as many, newest first.</summary>
    protected async Task<Post[]> StillsAsync(int count)
    {
        Post[] posts = [.. Enumerable.Range(0, count).Select(number => Make.Still(-number, $"a heron {number}"))];
        await StoreAsync(posts);
        return posts;
    }
}
