module.exports=require("../main/822.index.js");
