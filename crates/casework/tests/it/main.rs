//! What a worker does with her complaint after it arrived, and what the office does with that.

#[cfg(test)]
mod back;
#[cfg(test)]
mod beside;
#[cfg(test)]
mod call_interpreted;
#[cfg(test)]
mod child;
#[cfg(test)]
mod chosen;
#[cfg(test)]
mod closing;
#[cfg(test)]
mod clusters;
#[cfg(test)]
mod codes;
#[cfg(test)]
mod comes_back;
#[cfg(test)]
mod contact;
#[cfg(test)]
mod filers;
#[cfg(test)]
mod flag_page;
#[cfg(test)]
mod followed;
#[cfg(test)]
mod groups;
#[cfg(test)]
mod hastened;
#[cfg(test)]
mod here;
#[cfg(test)]
mod indicators;
#[cfg(test)]
mod intake;
#[cfg(test)]
mod kept;
#[cfg(test)]
mod left;
#[cfg(test)]
mod merits;
#[cfg(test)]
mod named;
#[cfg(test)]
mod queue;
#[cfg(test)]
mod read_anew;
#[cfg(test)]
mod reasons;
#[cfg(test)]
mod recovery;
#[cfg(test)]
mod route;
#[cfg(test)]
mod same;
#[cfg(test)]
mod tied;
#[cfg(test)]
mod to_ask;
#[cfg(test)]
mod told;
#[cfg(test)]
mod wages;
#[cfg(test)]
mod warned;
#[cfg(test)]
mod world;
