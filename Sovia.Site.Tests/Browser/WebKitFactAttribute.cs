using Sovia.Tests.Browser.Engines;

namespace Sovia.Tests.Browser;

/// <summary>A test that needs WebKit; skipped, with the reason printed, only where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class WebKitFactAttribute : FactAttribute
{
    public WebKitFactAttribute() => Skip = WebKitEngine.Missing;
}
