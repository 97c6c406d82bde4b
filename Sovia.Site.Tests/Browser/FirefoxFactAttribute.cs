using Sovia.Tests.Browser.Engines;

namespace Sovia.Tests.Browser;

/// <summary>A test that needs Firefox; skipped, with the reason printed, only where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FirefoxFactAttribute : FactAttribute
{
    public FirefoxFactAttribute() => Skip = FirefoxEngine.Missing;
}
