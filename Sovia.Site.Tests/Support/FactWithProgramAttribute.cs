using Sovia.Tests.Storage.PrivateServer;

namespace Sovia.Tests.Support;

/// <summary>A test that needs a program of the machine; skipped with the reason where it is lacking.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FactWithProgramAttribute : FactAttribute
{
    public FactWithProgramAttribute(string program) => Skip = Machine.Find(program) is null ? $"{program} is not on this machine" : null;
}
