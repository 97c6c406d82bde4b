namespace Sovia.Tests.Storage.PrivateServer;

/// <summary>
/// A test that needs a program or a standing (root) not every machine offers; skipped with the reason where it is lacking.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ConditionalFactAttribute : FactAttribute
{
    /// <summary>The program the test runs.</summary>
    public string? Program
    {
        get;
        init
        {
            field = value;
            if (value is not null && Machine.Find(value) is null)
                Skip = $"{value} is not on this machine";
            else if (value == "setpriv" && Machine.IsRoot && !Machine.IsForEveryone(Machine.Find("dotnet")!))
                Skip = "dotnet is where only root can run it";
            else if (value == "unshare" && !Machine.CanUnshare())
                Skip = "this machine allows no process namespaces";
        }
    }

    /// <summary>The test must run as root.</summary>
    public bool RequiresRoot
    {
        get;
        init
        {
            field = value;
            if (value && !Machine.IsRoot)
                Skip = "only root can try this";
        }
    }
}
