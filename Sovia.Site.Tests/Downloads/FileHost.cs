using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Sovia.Tests.Downloads;

/// <summary>A loopback server that replaces Grok's hosts and handles each path as a test configures.</summary>
internal sealed class FileHost : IAsyncDisposable
{
    private readonly WebApplication app;

    private FileHost(WebApplication app) => this.app = app;

    /// <summary>Handlers by request path; other paths return 404.</summary>
    public ConcurrentDictionary<string, RequestDelegate> Paths { get; } = new();

    /// <summary>Every request, in the order of coming.</summary>
    public ConcurrentQueue<(string Path, string? Range, string? Referer)> Requests { get; } = new();

    /// <summary>Scheme, host and port.</summary>
    public string Address => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    public static async Task<FileHost> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        // It stands in for hosts of any name; the site's own settings lie in this folder too.
        builder.Configuration["AllowedHosts"] = "*";
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var host = new FileHost(builder.Build());
        host.app.Run(host.AnswerAsync);
        await host.app.StartAsync();
        return host;
    }

    /// <summary>Serves bytes as a good server would, in whole and in part.</summary>
    public void Serve(string path, byte[] bytes, string type) => Paths[path] = http =>
        Results.Bytes(bytes, type, enableRangeProcessing: true, entityTag: new($"\"{bytes.Length}\"")).ExecuteAsync(http);

    public int CountRequests(string path) => Requests.Count(asked => asked.Path == path);

    private Task AnswerAsync(HttpContext http)
    {
        var path = http.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget;
        Requests.Enqueue((path, http.Request.Headers.Range, http.Request.Headers.Referer));
        if (Paths.TryGetValue(path, out var answer)) return answer(http);
        http.Response.StatusCode = 404;
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(new CancellationTokenSource(TimeSpan.Zero).Token);
        await app.DisposeAsync();
    }
}
