// An assembly that says that it was obfuscated, for the analyzer's tests.
public class ConfusedByAttribute : System.Attribute { }
