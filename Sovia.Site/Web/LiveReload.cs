namespace Sovia.Web;

/// <summary>Whether <c>dotnet watch</c> runs the site and reloads pages as they are edited.</summary>
public static class LiveReload
{
    /// <summary>True under <c>dotnet watch</c>.</summary>
    public static bool IsEnabled { get; } = Environment.GetEnvironmentVariable("DOTNET_WATCH") is not null;
}
