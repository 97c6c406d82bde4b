using Microsoft.Extensions.DependencyInjection;
using Sovia.Library;

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
        await RefreshFamilies.OfAsync(session, posts, [], CancellationToken.None);
        await session.SaveChangesAsync();
    }

    /// <summary>Uses a service of the site in a scope of its own.</summary>
    protected async Task<T> WithAsync<TService, T>(Func<TService, Task<T>> work) where TService : notnull
    {
        await using var scope = Host.Site.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }
}
