using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Sovia.Commands;

/// <summary>Tells the person at the terminal where to look, once there is something to see.</summary>
internal static class Announcement
{
    /// <summary>Prints the site's addresses when it listens.</summary>
    public static void AnnounceWhenReady(this WebApplication app) => app.Lifetime.ApplicationStarted.Register(() =>
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses;
        if (addresses is { Count: > 0 }) Console.WriteLine($"Sovia is ready at {string.Join(" and ", addresses)}");
    });
}
