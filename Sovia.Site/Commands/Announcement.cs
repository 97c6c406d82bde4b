using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Sovia.Commands;

/// <summary>Prints at the terminal where to open the site.</summary>
internal static class Announcement
{
    /// <summary>Prints the site's URLs once the site listens.</summary>
    public static void AnnounceWhenReady(this WebApplication app) => app.Lifetime.ApplicationStarted.Register(() =>
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses;
        if (addresses is { Count: > 0 }) Console.WriteLine($"Sovia is ready at {string.Join(" and ", addresses)}");
    });
}
