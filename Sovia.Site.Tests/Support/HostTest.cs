using Microsoft.Extensions.DependencyInjection;
using Sovia.Curation;
using Sovia.Import;
using Sovia.Library;
using Sovia.Library.Browsing;
using Sovia.Library.Writing;
using Sovia.Media;
using Sovia.Query.Lists;

namespace Sovia.Tests.Support;

/// <summary>A test on the shared host that begins with an empty library.</summary>
[Collection(HostCollection.Name)]
public abstract class HostTest(SoviaHost host) : IAsyncLifetime
{
    protected SoviaHost Host { get; } = host;

    public Task InitializeAsync() => Host.ResetAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>Puts posts and their families into the library as an import would.</summary>
    protected async Task StoreAsync(params Post[] posts)
    {
        await using var session = Host.Store.LightweightSession();
        session.Store<Post>(posts);
        await RefreshFamilies.RefreshAsync(session, posts, [], CancellationToken.None);
        await session.SaveChangesAsync();
    }

    /// <summary>Likes a post as its reader does, or takes that back.</summary>
    protected Task<LikeState?> LikeAsync(Guid id, bool liked = true) => WithAsync(async (IServiceProvider services) =>
    {
        await services.GetRequiredService<ApplyChange>().RunAsync(Selection.From([id]), new() { Liked = liked }, default);
        return await services.GetRequiredService<ReadLikeState>().ReadAsync(id, default);
    });

    /// <summary>Changes some posts as their reader does.</summary>
    protected Task<ChangeResult> ChangeAsync(Change change, params Guid[] ids) =>
        WithAsync((ApplyChange apply) => apply.RunAsync(Selection.From(ids), change, default));

    /// <summary>How many items an address of the gallery finds.</summary>
    protected Task<int> CountAsync(string address) =>
        WithAsync((CountMatches count) => count.CountAsync(Make.ParseQuery(address), default));

    /// <summary>The ids of a list's items, walked down page by page; none may come twice.</summary>
    protected async Task<List<Guid>> WalkAsync(ResolvedQuery list)
    {
        List<Guid> down = [];
        for (var pagePosition = PagePosition.Top; pagePosition is not null;)
        {
            var page = await WithAsync((BrowseLibrary browse) => browse.ReadPageAsync(list, pagePosition, default));
            down.AddRange(page.Families.Select(family => family.Id));
            pagePosition = page.After is { } after ? new(After: after) : null;
        }
        Assert.Equal(down.Distinct(), down);
        return down;
    }

    /// <summary>Says by hand that a file is a post's, which an undo respects.</summary>
    protected async Task MatchFileByHandAsync(Guid post)
    {
        await using var session = Host.Store.LightweightSession();
        session.Store(FileMatch.Create(new('a', 64), post, FileRole.Media, "by-hand", 1, byHand: true));
        await session.SaveChangesAsync();
    }

    /// <summary>An import run as it is stored.</summary>
    protected async Task<ImportRun> LoadRunAsync(Guid id)
    {
        await using var session = Host.Store.QuerySession();
        return (await session.LoadAsync<ImportRun>(id))!;
    }

    /// <summary>Uses a service of the site in a scope of its own.</summary>
    protected async Task<T> WithAsync<TService, T>(Func<TService, Task<T>> work) where TService : notnull
    {
        await using var scope = Host.Site.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }
}
