// The program that the reader's tests read. Compiled by testdata/compile.sh with
// this file as a resource, so that a test can tell when the two differ.
using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using System.Threading.Tasks;

[assembly: System.Reflection.AssemblyVersion("1.2.3.4")]
[assembly: System.Runtime.Versioning.TargetFramework(".NETFramework,Version=v4.6.2")]

namespace Contoso
{
    public enum Colour : byte { Red, Green = 2 }

    [AttributeUsage(AttributeTargets.All)]
    public sealed class MarkAttribute : Attribute
    {
        public MarkAttribute(string text, int number, Type type, Colour colour, params string[] more) { }
        public object Boxed { get; set; }
        public bool Flag { get; set; }
    }

    internal static class Native
    {
        [DllImport("user32.dll", EntryPoint = "Beep")]
        internal static extern bool Sound(uint tone);
    }

    public interface IJob { void Run(string what); }

    [Mark("caf\u00e9", -7, typeof(List<int>), Colour.Green, "a", null, Boxed = 3.5, Flag = true)]
    public class Job<T> : IJob where T : class
    {
        public class Inner { public int[,] Grid; }

        private readonly Dictionary<string, List<T>> kept = new Dictionary<string, List<T>>();
        public const double Pi = 3.25;
        public static int Count;

        public int Size { get; private set; }

        void IJob.Run(string what)
        {
            string[] words = { "one", "two" };
            Func<int, int> twice = n => n * 2 + what.Length;
            try
            {
                switch (twice(Size))
                {
                    case 0: Count++; break;
                    case 1: Count--; break;
                    case 2: throw new InvalidOperationException(what);
                }
            }
            catch (InvalidOperationException) when (what.Length > 3)
            {
                Size = unchecked((int)0x80000001);
            }
            catch (ArgumentException)
            {
                throw;
            }
            finally
            {
                Count += words.Length;
            }
        }

        public IEnumerable<int> Walk(int to)
        {
            for (int i = 0; i < to; i++) yield return i;
        }

        public async Task<long> Wait(ref_ r)
        {
            await Task.Delay(1);
            return 1L << 40;
        }

        public struct ref_ { public T Value; }

        public TOut Convert<TOut>(T from, Func<T, TOut> how, ref long by) where TOut : new()
        {
            by += kept.Count;
            return from == null ? new TOut() : how(from);
        }

        public int? Maybe(double[] of) { return of == null ? (int?)null : (int)of[0]; }

        public float Half = 0.5f;
    }
}
