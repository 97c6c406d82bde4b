namespace Sovia.Tests.Browser;

/// <summary>A test that needs Chromium; skipped, with the reason printed, only where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Chromium.Missing;
}
