namespace Sovia.Tests;
public class SmokeTests { [Fact] public void one() => Assert.True(true); }
